import { z } from "zod";
import { key, minor, name, points } from "@/lib/kernel/document-fields";
import { id, text } from "@/lib/kernel/fields";
import { locales } from "@/lib/kernel/i18n/locale";

const count = () => z.int().min(1).max(100_000);

/** What reaches a tier, and keeps it: any one of these within the window. */
export const needsSchema = z
  .strictObject({
    spend: minor().optional().describe("Minor units spent, refunds taken off."),
    points: points().optional().describe("Points earned; spending them takes nothing away."),
    visits: count().optional().describe("Purchases that were not given back whole."),
    activities: count().optional().describe("Activities that were recorded."),
  })
  .refine((needs) => Object.values(needs).some((need) => need !== undefined), { error: "program.no_needs" });

export const tierSchema = z.strictObject({
  key: key().describe("As members name it."),
  name: name().describe("What people call it."),
  needs: needsSchema
    .optional()
    .describe("What reaches it: any one of these. Left out: it is given by hand only."),
  benefits: z
    .array(text(200))
    .max(20)
    .optional()
    .describe("What its members are promised, in the shop's own words."),
  rewards: z
    .array(key())
    .min(1)
    .max(10)
    .optional()
    .describe("Keys of rewards that are given on entering it."),
});

export const windowSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("rolling").describe("The last so many months, the running one included."),
    months: z.int().min(1).max(36).describe("How many."),
  }),
  z.strictObject({ kind: z.literal("calendarYear").describe("From January to December.") }),
  z.strictObject({
    kind: z.literal("membershipYear").describe("From the day on which the member joined, year by year."),
  }),
  z.strictObject({ kind: z.literal("life").describe("Everything since joining; a tier is kept for good.") }),
]);

export const qualificationSchema = z.strictObject({
  window: windowSchema.default({ kind: "rolling", months: 12 }).describe("Over which time is counted."),
  graceDays: z
    .int()
    .min(0)
    .max(365)
    .default(30)
    .describe("Days that a tier is kept after its period has ended without enough."),
  leaving: z
    .enum(["step", "recalculate"])
    .default("step")
    .describe("Afterwards: one tier down, or to the tier that the ended period was enough for."),
});

export type Tier = z.output<typeof tierSchema>;
export type Needs = z.output<typeof needsSchema>;
export type TierWindow = z.output<typeof windowSchema>;
export type Qualification = z.output<typeof qualificationSchema>;

const member = () => id().describe("The member's id.");
const reason = () => text(500).describe("Why; it stays in the member's tier history.");

export const lockTierSchema = z.strictObject({
  member: member(),
  tier: key().nullable().describe("The tier to keep; null for none."),
  reason: reason(),
});

export const unlockTierSchema = z.strictObject({ member: member(), reason: reason() });

export const memberTierSchema = z.strictObject({
  id: member(),
  locale: z.enum(locales).default("en").describe("Language of what is said."),
  who: text(200).optional().describe("Whom it is said about; left out, it is said to them."),
});
