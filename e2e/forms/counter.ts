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
    says: wrongWith("phone"),
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
