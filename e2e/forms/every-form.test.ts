import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { counterForms, doorForms, setupForms } from "./counter";
import { cardForms, customerDoorForms } from "./customer";
import { deskForms, preparedForms } from "./desk";
import { programForms } from "./program";

const components = new URL("../../components/", import.meta.url);
const drawn = readdirSync(components, { recursive: true, encoding: "utf8" })
  .filter(
    (file) => file.endsWith(".tsx") && readFileSync(new URL(file, components), "utf8").includes("<form"),
  )
  .map((file) => file.replace(".tsx", ""));

/** Forms in which nothing can be wrong, or whose refusal another journey sees. */
const elsewhere: Record<string, string> = {
  "layout/find-member": "a search",
  "layout/sign-out-form": "signing out",
  "members/live-search": "a search",
  "settings/audit-filter": "a choice of what there is",
  "settings/role-of": "a choice of what there is; the last owner is told in team.spec.ts",
  "ui/preferences": "a choice of what there is",
  "members/record-activity":
    "a choice of what there is; what counts already is told in till-activities.spec.ts",
  "members/reason-dialog": "recorded-once.spec.ts",
  "program/publish-draft": "a line that may stay empty",
  "portal/consents": "one press",
  "portal/gift-check": "nothing to type; points that are gone meanwhile are told in gifts.spec.ts",
  "portal/leave-program": "one press",
  "portal/mail-switches": "one press",
  "portal/own-place": "one press",
  "portal/press-form": "one press",
  "portal/stop-mail": "one press",
  "site/open-card": "one press",
  "till/amount-field": "till-keys.spec.ts",
  "till/pay-with-points": "till-payment.spec.ts",
  "till/rewards/gift-list": "till-rewards.spec.ts",
  "till/who-area": "till-keys.spec.ts",
};

test("every form is sent with something wrong in it by a journey, or is not for a reason", () => {
  const tried = [
    ...deskForms,
    ...preparedForms,
    ...setupForms,
    ...programForms,
    ...doorForms,
    ...counterForms,
    ...cardForms,
    ...customerDoorForms,
  ];
  const known = [...tried.map((form) => form.of), ...Object.keys(elsewhere)];
  expect(drawn.filter((form) => !known.includes(form)).sort()).toEqual([]);
  expect([...new Set(known)].filter((form) => !drawn.includes(form)).sort()).toEqual([]);
});

/** Forms of the desk that have nothing to keep. */
const keepNothing = [
  "events/door-list",
  "members/live-search",
  "members/record-activity",
  "settings/audit-filter",
  "settings/role-of",
];

/** Where its fields are asked for by another file. */
const keptBy: Record<string, string> = {
  "members/member-form": "members/edit-member",
  "members/reason-dialog": "members/waiting-activities",
  "program/keep-basket": "program/simulator",
  "program/named-list-form": "program/product-types-form",
};

test("every form of the desk keeps in the tab what is typed, or has nothing to keep", () => {
  const rooms = ["events", "members", "products", "program", "rewards", "settings"];
  const forms = drawn.filter((form) => rooms.some((room) => form.startsWith(`${room}/`)));
  const isKept = (form: string) =>
    /useTyped(Fields)?\b/.test(readFileSync(new URL(`${keptBy[form] ?? form}.tsx`, components), "utf8"));
  expect(forms.filter((form) => !isKept(form)).sort()).toEqual(keepNothing);
});
