import { type RefusedForm, type Said, t, wrongWith } from "./refused-form";

// The shop that they are tried on has no word of its own.
const many: Said = ({ t: say }) => say("desk.pointWord", { count: 2 });
const points: Said = (words) => {
  const word = many(words);
  return word.charAt(0).toLocaleUpperCase(words.locale) + word.slice(1);
};
const check: Said = t("portal.gifts.check");

/** Below /c/<shop>, where nobody is signed in. */
export const customerDoorForms: RefusedForm[] = [
  {
    name: "joining",
    of: "site/join-program",
    path: "join",
    typed: [
      [t("signIn.email"), "not an address"],
      [t("signIn.optionalName"), "Ada"],
    ],
    press: t("signIn.join.submit"),
    wrong: t("signIn.email"),
    says: wrongWith("email"),
  },
  {
    name: "the sign-in",
    of: "site/ask-by-mail",
    path: "sign-in",
    typed: [[t("signIn.email"), "ada@"]],
    press: t("signIn.card.submit"),
    wrong: t("signIn.email"),
    says: wrongWith("email"),
  },
];

export const cardForms: RefusedForm[] = [
  {
    name: "the profile",
    of: "portal/profile-form",
    path: "profile",
    typed: [
      [t("portal.profile.name"), "Elif Y."],
      [t("portal.profile.phone"), "0532 41"],
    ],
    press: t("portal.profile.save"),
    wrong: t("portal.profile.phone"),
    says: wrongWith("phone", { fault: "mobile0", wanted: 10, given: 5 }),
  },
  {
    name: "a gift of what is no number",
    of: "portal/gift-form",
    path: "gifts",
    typed: [
      [t("portal.gifts.card"), "1234 5678 9012"],
      [points, "a few"],
      [t("portal.gifts.message"), "For the coffee"],
    ],
    press: check,
    wrong: points,
    says: wrongWith("type", { expected: "number" }),
  },
  {
    name: "a gift for a card that nobody has",
    of: "portal/gift-form",
    path: "gifts",
    typed: [
      [t("portal.gifts.card"), "1234 5678 9012"],
      [points, "5"],
    ],
    press: check,
    wrong: t("portal.gifts.card"),
    says: wrongWith("card_unknown"),
  },
  {
    name: "a gift for a card of three digits",
    of: "portal/gift-form",
    path: "gifts",
    typed: [
      [t("portal.gifts.card"), "417"],
      [points, "5"],
    ],
    press: check,
    wrong: t("portal.gifts.card"),
    says: wrongWith("card_digits", { wanted: 12, given: 3 }),
  },
  {
    name: "a gift of nobody knows how much",
    of: "portal/gift-form",
    path: "gifts",
    typed: [
      [t("portal.gifts.card"), "1234 5678 9012"],
      [points, ""],
    ],
    press: check,
    wrong: points,
    says: wrongWith("required"),
  },
  {
    name: "an activity without what is asked for",
    of: "portal/report-activity",
    path: "activities",
    typed: [[() => "Its address", " "]],
    press: t("activities.own.say"),
    wrong: () => "Its address",
    says: wrongWith("required"),
  },
];
