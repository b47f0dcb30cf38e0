import { z } from "zod";
import { day, emailAddress, externalId, id, phoneText, text } from "@/lib/kernel/fields";

/** How a purchase, a gift or a look-up names a member: exactly one of these. */
export const memberRefSchema = z.union([
  z.strictObject({ id: id() }),
  z.strictObject({ externalId: externalId() }),
  z.strictObject({ card: text(40) }),
  z.strictObject({ email: emailAddress() }),
  z.strictObject({ phone: phoneText() }),
]);

export type MemberRef = z.output<typeof memberRefSchema>;

/** What enrolment takes, by whichever way it comes. */
export const enrolmentSchema = z.strictObject({
  name: text(200).optional(),
  email: emailAddress().optional(),
  phone: phoneText().optional(),
  externalId: externalId().optional(),
  birthday: day().optional(),
  locale: z.enum(["en", "tr"]).optional(),
  tier: text(60).optional(),
  tags: z.array(text(60)).max(50).optional(),
  attributes: z.record(text(60), text(500)).optional(),
});

export type Enrolment = z.output<typeof enrolmentSchema>;
