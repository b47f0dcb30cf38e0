import { expect } from "@playwright/test";
import { type RefusedForm, t, wrongWith } from "./refused-form";

/** Where nobody is signed in yet. `:reset` and `:invite` are links that were mailed. */
export const doorForms: RefusedForm[] = [
  {
    name: "the sign-in",
    of: "site/password-sign-in",
    path: "/sign-in?to=/m",
    typed: [[t("signIn.email"), "not an address"]],
    press: t("signIn.staff.submit"),
    wrong: t("signIn.email"),
    says: wrongWith("email"),
  },
  {
    name: "the sign-in of nobody",
    of: "site/password-sign-in",
    path: "/sign-in?to=/m",
    typed: [[t("signIn.email"), "nobody@example.com"]],
    secret: [t("signIn.password"), "not a password"],
    press: t("signIn.staff.submit"),
    says: ({ code }) => code("wrong_credentials"),
  },
  {
    name: "a forgotten password",
    of: "site/ask-by-mail",
    path: "/forgot",
    typed: [[t("signIn.email"), "not an address"]],
    press: t("signIn.forgot.submit"),
    wrong: t("signIn.email"),
    says: wrongWith("email"),
  },
  {
    name: "an invitation",
    of: "site/new-password",
    path: "/invite/:invite",
    typed: [[t("signIn.name"), "Mert"]],
    press: t("signIn.invite.submit"),
    wrong: t("signIn.password"),
    says: wrongWith("too_small.string", { minimum: 10 }),
  },
  {
    name: "a new password",
    of: "site/new-password",
    path: "/reset/:reset",
    typed: [],
    press: t("signIn.reset.submit"),
    wrong: t("signIn.newPassword"),
    says: wrongWith("too_small.string", { minimum: 10 }),
  },
];

/** Where there is no shop yet. */
export const setupForms: RefusedForm[] = [
  {
    name: "the first shop and its owner, both with something wrong",
    of: "site/setup-form",
    path: "/setup",
    typed: [
      [t("setup.name"), "Köşe Kahve"],
      [t("setup.slug"), "Köşe!"],
      [t("setup.ownerEmail"), "not an address"],
    ],
    secret: [t("setup.ownerPassword"), "short"],
    press: t("setup.submit"),
    wrong: t("setup.slug"),
    says: wrongWith("slug.shape"),
  },
  {
    name: "the first shop, and an owner whose address is none",
    of: "site/setup-form",
    path: "/setup",
    before: async (page) => {
      await page.locator("select[name=currency]").selectOption("TRY");
    },
    typed: [
      [t("setup.name"), "Köşe Kahve"],
      [t("setup.ownerEmail"), "not an address"],
    ],
    secret: [t("setup.ownerPassword"), "a shop of one's own"],
    press: t("setup.submit"),
    wrong: t("setup.ownerEmail"),
    says: wrongWith("email"),
  },
];

/** Below /m/<shop>, for whoever stands behind the counter. */
export const counterForms: RefusedForm[] = [
  {
    name: "a new member",
    of: "members/member-form",
    path: "members/new",
    typed: [
      [t("members.field.name"), "Ada Yeni"],
      [t("members.field.email"), "ada@"],
      [t("members.field.externalId"), "417"],
    ],
    press: t("members.enrol.submit"),
    wrong: t("members.field.email"),
    says: wrongWith("email"),
  },
  {
    name: "a new member at the till",
    of: "till/enrol-here",
    path: "till",
    before: async (page) => {
      const find = page.locator(":focus");
      await expect(find).toHaveRole("textbox");
      await find.fill("0532 41");
    },
    open: [t("till.find.enrol")],
    typed: [
      [t("till.enrol.name"), "Ada Yeni"],
      [t("till.enrol.phone"), "0532 41"],
    ],
    press: t("till.enrol.submit"),
    wrong: t("till.enrol.phone"),
    says: wrongWith("phone", { fault: "mobile0", wanted: 10, given: 5 }),
  },
  {
    name: "the code at the door",
    of: "events/door-list",
    path: "events/:event",
    typed: [[t("events.door.find"), "NO-SUCH-CODE"]],
    wrong: t("events.door.find"),
    says: ({ code }) => code("event_no_place"),
  },
];
