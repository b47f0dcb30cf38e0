import { z } from "zod";
import { byName, day, emailAddress, externalId, id, phoneText, text } from "@/lib/kernel/fields";

/** How a purchase, a gift or a look-up names a member: exactly one of these. */
export const memberRefSchema = z
  .union(
    [
      z.strictObject({ id: id().describe("The member's id, as answered when they were enrolled.") }),
      z.strictObject({ externalId: externalId().describe("The shop's own id of the member.") }),
      z.strictObject({ card: text(40).describe("Card number, with or without spaces.") }),
      z.strictObject({ email: emailAddress().describe("The member's e-mail address.") }),
      z.strictObject({
        phone: phoneText().describe(
          "Phone number in any spelling; without country code it is of the shop's country.",
        ),
      }),
    ],
    { error: "member_ref" },
  )
  .meta({ id: "MemberRef", description: "A member, named by exactly one of these." });

export type MemberRef = z.output<typeof memberRefSchema>;

const attributes = () =>
  byName(text(500), { most: 50, error: "attributes" }).describe(
    "What else the shop wants to keep: up to 50 texts by name.",
  );

const fields = {
  name: text(200).describe("As the member writes it."),
  email: emailAddress().describe("Unique among the shop's members. Kept in lower case."),
  phone: phoneText().describe(
    "In any spelling; kept as E.164. Without country code it is of the shop's country. Unique among the shop's members.",
  ),
  externalId: externalId().describe("The shop's own id of the member. Unique among the shop's members."),
  birthday: day().describe("Day of birth: from 1900 on, and not in the future."),
  locale: z.enum(["en", "tr"]).describe("Language in which the member is written to."),
  tier: text(60).describe("Key of one of the program's tiers."),
  tags: z.array(text(60)).max(50).describe("Words to group members by, up to 50."),
};

/** What enrolment takes, by whichever way it comes. */
export const enrolmentSchema = z.strictObject({
  name: fields.name.optional(),
  email: fields.email.optional(),
  phone: fields.phone.optional(),
  externalId: fields.externalId.optional(),
  birthday: fields.birthday.optional(),
  locale: fields.locale.optional(),
  tier: fields.tier.optional(),
  tags: fields.tags.optional(),
  attributes: attributes().optional(),
});

export type Enrolment = z.output<typeof enrolmentSchema>;

const memberId = () => id().describe("The member's id.");

/** A change of a member: what is left out stays, null removes. */
export const memberEditSchema = z.strictObject({
  id: memberId(),
  name: fields.name.nullable().optional(),
  email: fields.email.nullable().optional(),
  phone: fields.phone.nullable().optional(),
  externalId: fields.externalId.nullable().optional(),
  birthday: fields.birthday.nullable().optional(),
  locale: fields.locale.nullable().optional(),
  tier: fields.tier.nullable().optional(),
  tags: fields.tags.optional(),
  attributes: attributes().optional(),
});

export type MemberEdit = z.output<typeof memberEditSchema>;

export const memberIdSchema = z.strictObject({ id: memberId() });

/** What a member may agree to. Mail about their own card (points about to expire) needs no consent and is not among it. */
export const consentKinds = ["marketing"] as const;
export type ConsentKind = (typeof consentKinds)[number];

export const consentSchema = z.strictObject({ kind: z.enum(consentKinds), given: z.boolean() });

/** What a member changes of their own: what is left out stays. The address is what they sign in with, so it stays, too. */
export const ownProfileSchema = z.strictObject({
  name: fields.name.nullable().optional(),
  phone: fields.phone.nullable().optional(),
  birthday: fields.birthday.nullable().optional(),
  locale: fields.locale.optional(),
});

/** Who carries on, and who turned out to be the same person. */
export const mergeSchema = z.strictObject({
  id: memberId().describe("The member who carries on."),
  other: memberRefSchema.describe("The member who is the same person and goes on with them."),
});

export type Merge = z.output<typeof mergeSchema>;

export const unmergeSchema = z.strictObject({
  id: memberId().describe("The member who carried on."),
  merge: id().describe("The merge to take back."),
});

/** Two members who look alike, and whether they are two people all the same. */
export const tellApartSchema = z.strictObject({
  one: memberId(),
  other: memberId(),
  apart: z.boolean().default(true),
});

const noteText = () => text(2000).describe("What to remember.");

export const writeNoteSchema = z.strictObject({
  member: memberId(),
  text: noteText(),
  id: id().optional().describe("An id of the caller's own for the note: sent again, it is written once."),
});
export const noteSeenSchema = z.strictObject({
  note: id(),
  was: noteText().describe("What it said when it was looked at."),
});
export const editNoteSchema = noteSeenSchema.extend({ text: noteText() });
