/** Every mail the product sends, and whether it carries a link that signs somebody in. */
export const mailKinds = {
  "sign-in": { secret: true },
  reset: { secret: true },
  invite: { secret: true },
  "team-added": { secret: false },
  "password-changed": { secret: false },
  expiry: { secret: false },
  tier: { secret: false },
  gift: { secret: false },
  "event-place": { secret: false },
  "event-passed": { secret: false },
  "event-off": { secret: false },
} as const;

export type MailKind = keyof typeof mailKinds;

export const isSecretMail = (kind: string): boolean =>
  Object.hasOwn(mailKinds, kind) && mailKinds[kind as MailKind].secret;
