import { z } from "zod";
import { day, id, minorAmount, text } from "@/lib/kernel/fields";

const days = () => z.int().min(1).max(3650);
const points = () => z.int().min(-1_000_000_000).max(1_000_000_000);

/** Which members: every condition that is given must hold. Kept as data and asked anew each time. */
export const memberFilterSchema = z.strictObject({
  /** Card, phone, e-mail, the shop's own id or the beginning of a name. */
  search: text(200).optional(),
  /** Key of a tier; `none`: members without one. */
  tier: text(60).optional(),
  /** Every one of them. */
  tags: z.array(text(60)).max(10).optional(),
  balanceFrom: points().optional(),
  balanceTo: points().optional(),
  spendFrom: minorAmount().optional(),
  spendTo: minorAmount().optional(),
  /** Days: was here in the last so many, or was not. */
  seenWithin: days().optional(),
  notSeenFor: days().optional(),
  joinedFrom: day().optional(),
  joinedTo: day().optional(),
  /** Days: some of their points expire in the next so many. */
  expiringWithin: days().optional(),
  /** They stay away for twice as long as they usually do. */
  rhythm: z.literal("missed").optional(),
  /** Whether they agree to offers and news. */
  marketing: z.enum(["given", "not-given"]).optional(),
  /** A word in what staff noted about them. */
  note: text(100).optional(),
});

export type MemberFilter = z.output<typeof memberFilterSchema>;

export const memberSorts = ["joined", "name", "visit", "balance", "spend"] as const;
export type MemberSort = (typeof memberSorts)[number];

export const memberOrderSchema = {
  sort: z.enum(memberSorts).default("joined"),
  direction: z.enum(["ascending", "descending"]).default("descending"),
};

/** Without what is looked for by text: it may be a name, and a segment outlives whoever is erased. */
const segmentFilterSchema = memberFilterSchema
  .omit({ search: true, note: true })
  .refine((filter) => Object.keys(filter).length > 0, { error: "no_condition" });

export const segmentSchema = z.strictObject({ name: text(80), filter: segmentFilterSchema });

export const segmentIdSchema = z.strictObject({ id: id() });

/** Members chosen in a list: as many as a person can have chosen by hand. */
export const chosenSchema = z.array(id()).min(1).max(500);

export const tagMembersSchema = z.strictObject({
  members: chosenSchema,
  tag: text(60),
  /** Take it off instead. */
  off: z.boolean().default(false),
});
