/** Every mail the product sends: whether it carries a link that signs somebody in, and whom it is for. */
export const mailKinds = {
  "sign-in": { secret: true, to: "member" },
  reset: { secret: true, to: "staff" },
  invite: { secret: true, to: "staff" },
  "team-added": { secret: false, to: "staff" },
  "password-changed": { secret: false, to: "staff" },
  expiry: { secret: false, to: "member" },
  tier: { secret: false, to: "member" },
  gift: { secret: false, to: "member" },
  "event-place": { secret: false, to: "member" },
  "event-passed": { secret: false, to: "member" },
  "event-moved": { secret: false, to: "member" },
  "event-off": { secret: false, to: "member" },
} as const;

export type MailKind = keyof typeof mailKinds;

export const isSecretMail = (kind: string): boolean =>
  Object.hasOwn(mailKinds, kind) && mailKinds[kind as MailKind].secret;

/** Kinds of mail that come with a card. */
export const mailsToMembers = Object.entries(mailKinds).flatMap(([kind, { to }]) =>
  to === "member" ? [kind] : [],
);
