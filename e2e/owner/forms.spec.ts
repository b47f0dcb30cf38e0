import { locales } from "@/lib/kernel/i18n/locale";
import { expectRefused, inDialog, type RefusedForm, t, wrongWith } from "../fixtures/refused-form";
import { test } from "../fixtures/test";
import { speak, wordsIn } from "../fixtures/words";

const missing = wrongWith("required");
const word = "Sabah kahvesi";

/** Below /m/<shop>. Nothing of these is accepted, so all of them are tried on the demo's shop. */
const desk: RefusedForm[] = [
  {
    name: "a member's details",
    path: "members/:member",
    open: [t("members.edit.action")],
    within: inDialog,
    typed: [
      [t("members.field.name"), "Elif Y."],
      [t("members.field.phone"), "0532 41"],
    ],
    press: t("members.edit.submit"),
    wrong: t("members.field.phone"),
    says: wrongWith("phone"),
  },
  {
    name: "a change of points without a reason",
    path: "members/:member",
    open: [t("members.adjust.action")],
    within: inDialog,
    typed: [[t("members.adjust.points"), "50"]],
    press: t("members.adjust.submit"),
    wrong: t("members.adjust.reason"),
    says: missing,
  },
  {
    name: "a refund of an amount",
    path: "members/:member?view=purchases",
    before: (page) => page.getByRole("main").locator("summary").first().click(),
    open: [t("members.refund.action")],
    choose: t("members.refund.amount"),
    within: inDialog,
    typed: [[t("members.refund.amountLabel"), "lots"]],
    press: t("members.refund.action"),
    wrong: t("members.refund.amountLabel"),
    says: ({ t: say }) => say("members.refund.noAmount", { most: "#" }).split("#")[0] ?? "",
  },
  {
    name: "a locked tier without a reason",
    path: "members/:member?view=tier",
    open: [t("members.tierView.lock")],
    within: inDialog,
    typed: [],
    press: t("members.tierView.lock"),
    wrong: t("members.tierView.why"),
    says: missing,
  },
  {
    name: "an empty note",
    path: "members/:member?view=notes",
    typed: [[t("members.notes.label"), "   "]],
    press: t("members.notes.write"),
    wrong: t("members.notes.label"),
    says: missing,
  },
  {
    name: "an empty tag",
    path: "members/:member",
    open: [t("members.tags.add")],
    typed: [[t("members.tags.word"), " "]],
    press: t("members.tags.submit"),
    wrong: t("members.tags.word"),
    says: missing,
  },
  {
    name: "a filter",
    path: "members?joinedFrom=soon",
    typed: [[t("segments.filter.balanceFrom"), "a lot"]],
    press: t("segments.filter.apply"),
    wrong: t("segments.filter.balanceFrom"),
    says: t("segments.filter.wrong.points"),
  },
  {
    name: "a segment without a name",
    path: "members?balanceFrom=1",
    open: [t("segments.save.action")],
    within: inDialog,
    typed: [[t("segments.save.name"), " "]],
    press: t("segments.save.submit"),
    wrong: t("segments.save.name"),
    says: missing,
  },
  {
    name: "a rule",
    path: "program/rules?new",
    typed: [
      [t("rules.editor.field.name"), word],
      [t("rules.editor.field.points"), "a few"],
      [t("rules.editor.field.per"), "10"],
    ],
    press: t("rules.editor.add"),
    wrong: t("rules.editor.field.points"),
    says: t("rules.wrong.whole"),
  },
  {
    name: "a rule that the server refuses: it ends before it begins",
    path: "program/rules?new",
    typed: [
      [t("rules.editor.field.name"), word],
      [t("rules.editor.field.points"), "1"],
      [t("rules.editor.field.per"), "10"],
      [t("rules.editor.field.dateFrom"), "2030-05-02"],
      [t("rules.editor.field.dateTo"), "2030-05-01"],
    ],
    press: t("rules.editor.add"),
    wrong: t("rules.editor.field.dateTo"),
    says: wrongWith("program.dates"),
  },
  {
    name: "the most that anybody earns",
    path: "program/rules?rule=%3Amost",
    within: (page) => page.getByRole("main").locator("form"),
    typed: [[t("rules.caps.points"), "a few"]],
    press: t("rules.caps.save"),
    wrong: t("rules.caps.points"),
    says: t("rules.wrong.whole"),
  },
  {
    name: "product types",
    path: "program/product-types",
    typed: [[t("rules.productTypes.name", { number: 1 }), " "]],
    press: t("rules.names.save"),
    wrong: t("rules.productTypes.name", { number: 1 }),
    says: t("rules.names.missing"),
  },
  {
    name: "a reward",
    path: "program/rewards?new",
    typed: [
      [t("rewards.field.name"), word],
      [t("rewards.field.points"), "many"],
    ],
    press: t("rewards.create"),
    wrong: t("rewards.field.points"),
    says: t("rewards.wrong.whole"),
  },
  {
    name: "a tier",
    path: "program/tiers",
    typed: [[({ t: say }) => `${say("tiers.form.tier", { number: 1 })}: ${say("tiers.form.name")}`, " "]],
    press: t("tiers.form.save"),
    wrong: ({ t: say }) => `${say("tiers.form.tier", { number: 1 })}: ${say("tiers.form.name")}`,
    says: t("tiers.wrong.missing"),
  },
  {
    name: "an activity",
    path: "program/activities?new",
    typed: [
      [t("activities.editor.field.name"), word],
      [t("activities.editor.field.points"), "some"],
    ],
    press: t("activities.editor.add"),
    wrong: t("activities.editor.field.points"),
    says: t("activities.wrong.whole"),
  },
  {
    name: "how the program counts",
    path: "program/settings",
    typed: [
      [t("rules.settings.holdDays"), "soon"],
      [t("rules.settings.valueAmount"), "7"],
    ],
    press: t("rules.settings.save"),
    wrong: t("rules.settings.holdDays"),
    says: t("rules.wrong.whole"),
  },
  {
    name: "when points expire",
    path: "program/expiry",
    typed: [[t("expiry.form.days"), "a week"]],
    press: t("expiry.form.save"),
    wrong: t("expiry.form.days"),
    says: t("expiry.wrong.days"),
  },
  {
    name: "a basket of the simulator",
    path: "program/simulator",
    typed: [
      [t("simulator.kept.name"), word],
      [t("simulator.amount", { number: 1 }), "lots"],
    ],
    wrong: t("simulator.amount", { number: 1 }),
    says: t("simulator.noAmount"),
  },
  {
    name: "a kept basket without a name",
    path: "program/simulator",
    typed: [[t("simulator.kept.name"), " "]],
    press: t("simulator.kept.keep"),
    wrong: t("simulator.kept.name"),
    says: missing,
  },
  {
    name: "an evening in the past",
    path: "events",
    open: [t("events.form.action")],
    within: inDialog,
    typed: [
      [t("events.form.name"), word],
      [t("events.form.place"), "Moda"],
      [t("events.form.startsAt"), "2020-05-01T19:00"],
      [t("events.form.endsAt"), "2020-05-01T21:00"],
      [t("events.form.places"), "8"],
    ],
    press: t("events.form.offer"),
    wrong: t("events.form.endsAt"),
    says: wrongWith("event.past"),
  },
  {
    name: "an evening for nobody knows how many",
    path: "events",
    open: [t("events.form.action")],
    within: inDialog,
    typed: [
      [t("events.form.name"), word],
      [t("events.form.place"), "Moda"],
      [t("events.form.startsAt"), "2199-05-01T19:00"],
      [t("events.form.endsAt"), "2199-05-01T21:00"],
      [t("events.form.places"), "many"],
    ],
    press: t("events.form.offer"),
    wrong: t("events.form.places"),
    says: wrongWith("type", { expected: "number" }),
  },
  {
    name: "the shop",
    path: "settings/shop",
    typed: [
      [t("settings.shop.pointOne"), "fincan"],
      [t("settings.shop.undo"), "soon"],
    ],
    press: t("settings.shop.save"),
    wrong: t("settings.shop.undo"),
    says: t("settings.shop.undoWrong"),
  },
  {
    name: "the shop's colour",
    path: "settings/shop",
    typed: [[t("settings.colour.own"), "green"]],
    press: t("settings.shop.save"),
    wrong: t("settings.colour.own"),
    says: wrongWith("colour"),
  },
  {
    name: "the price list",
    path: "settings/products",
    typed: [[t("products.priceOf", { name: "Latte" }), "free"]],
    press: t("products.save"),
    wrong: t("products.priceOf", { name: "Latte" }),
    says: t("products.missing.price"),
  },
  {
    name: "an invitation",
    path: "settings/team",
    typed: [
      [t("settings.invite.email"), "not an address"],
      [t("settings.invite.name"), "Mert"],
    ],
    press: t("settings.invite.submit"),
    wrong: t("settings.invite.email"),
    says: wrongWith("email"),
  },
  {
    name: "a key that may nothing",
    path: "settings/keys",
    typed: [[t("settings.newKey.name"), "Cash register"]],
    press: t("settings.newKey.submit"),
    wrong: t("settings.newKey.scopes"),
    says: wrongWith("too_small.array", { minimum: 1 }),
  },
];

for (const locale of locales) {
  test(`every form of the desk, sent with something wrong: kept as typed, told beside the field (${locale})`, async ({
    page,
    installation,
    signInAs,
  }) => {
    await speak(page, installation, locale);
    await signInAs("owner");
    const { slug, memberId } = installation;
    for (const form of desk) {
      const path = `/m/${slug}/${form.path.replace(":member", memberId)}`;
      await expectRefused(page, { ...form, path }, wordsIn(locale));
    }
  });
}
