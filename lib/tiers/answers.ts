import { z } from "zod";
import { metrics } from "./domain/types";

/** What the REST API answers about tiers. */

const day = () => z.iso.date();

const progress = z.strictObject({
  tier: z.string().describe("Key of the tier that it is about."),
  metric: z.enum(metrics).describe("What counts: of several ways the nearest."),
  need: z.int().describe("How much of it is enough; spend in minor units."),
  done: z.int().describe("How much of it counts already."),
  missing: z.int().describe("How much is missing."),
  from: day().nullable().describe("First day that counts; null when everything does."),
  by: day().nullable().describe("Last day on which it can be done; null when there is none."),
});

const said = (what: string) => z.string().nullable().describe(what);

export const memberTierAnswer = z
  .strictObject({
    tier: z
      .strictObject({
        key: z.string().describe("Its key in the program."),
        name: z.string().describe("What people call it."),
        benefits: z.array(z.string()).describe("What its members are promised."),
      })
      .nullable()
      .describe("The tier; null for none."),
    since: z.iso.datetime().nullable().describe("Since when."),
    until: day().nullable().describe("Last day of the period for which it is kept; null when it has no end."),
    grace: day().nullable().describe("Last day of grace, once the period has ended."),
    locked: z.string().nullable().describe("Why it is locked; null when it is not."),
    counted: z
      .strictObject({
        spend: z.int().describe("Minor units."),
        points: z.int().describe("Points earned."),
        visits: z.int().describe("Purchases that were not given back whole."),
        activities: z.int().describe("Activities recorded."),
      })
      .describe("What counts in the window as it stands."),
    keep: progress.nullable().describe("What keeps the tier; null while nothing has to be done for it."),
    next: progress
      .extend({ name: z.string().describe("The next tier's name.") })
      .nullable()
      .describe("What reaches the next tier; null at the top."),
    says: z
      .strictObject({
        headline: said("The one sentence for a card."),
        standing: said("Until when the tier is kept."),
        keep: said("What keeps it."),
        next: said("What reaches the next."),
        afterVisit: said("What is left once a purchase that is about to be recorded is."),
        counted: said("How much of it is done."),
      })
      .describe("The same in words, in the language that was asked for."),
  })
  .meta({ id: "MemberTier", description: "Where a member stands." });
