import { z } from "zod";

const clock = () => z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: "program.clock" });

/** Before what members are told that they will lose something. */
export const warningsSchema = z.strictObject({
  days: z
    .array(z.int().min(1).max(365))
    .max(5)
    .default([30, 7, 1])
    .describe(
      "So many days before points expire, or a tier ends that something is missing for, members are told. None: nobody is told.",
    ),
});

/** What goes for every mail to members, whatever it is about. */
export const memberMailSchema = z.strictObject({
  quietHours: z
    .strictObject({
      from: clock().describe("First minute, as 21:00."),
      to: clock().describe("Not included. Earlier than `from` runs past midnight."),
    })
    .nullable()
    .default({ from: "21:00", to: "09:00" })
    .describe("Hours of the shop's clock in which no mail goes to members; null: none."),
});

/** Kinds of mail that members get without having asked for it a moment ago; each can be turned off. */
export const memberMailKinds = ["expiry", "tier", "gift", "event"] as const;
export type MemberMailKind = (typeof memberMailKinds)[number];

export const isMemberMailKind = (kind: string): kind is MemberMailKind =>
  memberMailKinds.some((one) => one === kind);

export const mailPreferenceSchema = z.strictObject({
  kind: z.enum(memberMailKinds).describe("What the mail is about."),
  wanted: z.boolean().describe("Whether the member wants it."),
});
