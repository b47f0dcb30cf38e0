import { z } from "zod";
import { defineEndpoint } from "@/lib/access/define-endpoint";
import { getProgram } from "./queries/get-program";
import { programSchema } from "./schemas";

const programAnswer = z.strictObject({
  version: z.int().describe("Versions count from 1; a purchase names the one that it was judged by."),
  publishedAt: z.iso.datetime().describe("When it was published."),
  publishedBy: z.string().describe("Who published it."),
  note: z.string().nullable().describe("What they wrote about it."),
  content: programSchema.meta({ id: "Program", description: "The whole program as one document." }),
});

export const readProgram = defineEndpoint({
  verb: "GET",
  path: "/program",
  summary: "Read the published program",
  description:
    "Product types, tiers, earning rules, expiry: everything that decides about points, as one document.",
  handler: getProgram,
  status: 200,
  response: programAnswer,
  problems: ["program_not_published"],
  example: {
    answer: {
      version: 7,
      publishedAt: "2026-10-03T09:00:00.000Z",
      publishedBy: "staff:0198a6d0-0000-7000-8000-000000000001",
      note: "Autumn",
      content: programSchema.parse({
        productTypes: [{ key: "coffee", name: "Coffee" }],
        tiers: [{ key: "gold", name: "Gold" }],
        earning: {
          rules: [
            { key: "every-ten", name: "Every 10.00", effect: { kind: "rate", points: 1, per: 1000 } },
            {
              key: "gold",
              name: "Gold",
              when: { tiers: ["gold"] },
              effect: { kind: "multiplier", factor: 20000 },
            },
          ],
        },
        expiry: { kind: "after", months: 12 },
      }),
    },
  },
});
