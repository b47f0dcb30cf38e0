import { type RefusedForm, t, wrongWith } from "./refused-form";

const missing = wrongWith("required");
const word = "Sabah kahvesi";

/** Below /m/<shop>/program: what is refused is not in the draft either. */
export const programForms: RefusedForm[] = [
  {
    name: "a rule",
    of: "program/rule-editor",
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
    of: "program/rule-editor",
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
    of: "program/caps-editor",
    path: "program/rules?rule=%3Amost",
    within: (page) => page.getByRole("main").locator("form"),
    typed: [[t("rules.caps.points"), "a few"]],
    press: t("rules.caps.save"),
    wrong: t("rules.caps.points"),
    says: t("rules.wrong.whole"),
  },
  {
    name: "product types",
    of: "program/named-list-form",
    path: "program/product-types",
    typed: [[t("rules.productTypes.name", { number: 1 }), " "]],
    press: t("rules.names.save"),
    wrong: t("rules.productTypes.name", { number: 1 }),
    says: t("rules.names.missing"),
  },
  {
    name: "a reward",
    of: "program/reward-editor",
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
    of: "program/tiers-form",
    path: "program/tiers",
    typed: [[({ t: say }) => `${say("tiers.form.tier", { number: 1 })}: ${say("tiers.form.name")}`, " "]],
    press: t("tiers.form.save"),
    wrong: ({ t: say }) => `${say("tiers.form.tier", { number: 1 })}: ${say("tiers.form.name")}`,
    says: t("tiers.wrong.missing"),
  },
  {
    name: "an activity",
    of: "program/activity-editor",
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
    of: "program/settings-form",
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
    of: "program/expiry-form",
    path: "program/expiry",
    typed: [[t("expiry.form.days"), "a week"]],
    press: t("expiry.form.save"),
    wrong: t("expiry.form.days"),
    says: t("expiry.wrong.days"),
  },
  {
    name: "a basket of the simulator",
    of: "program/simulator",
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
    of: "program/keep-basket",
    path: "program/simulator",
    typed: [[t("simulator.kept.name"), " "]],
    press: t("simulator.kept.keep"),
    wrong: t("simulator.kept.name"),
    says: missing,
  },
];
