import { defineEndpoint } from "@/lib/access/define-endpoint";
import { memberTierAnswer } from "./answers";
import { getMemberTier } from "./queries/get-member-tier";

export const readMemberTier = defineEndpoint({
  verb: "GET",
  path: "/members/{id}/tier",
  summary: "Read a member's tier",
  description:
    "As of now: what has lapsed is not answered although no job has run. With what keeps the tier and what is missing to the next, as figures and in words.",
  handler: getMemberTier,
  status: 200,
  response: memberTierAnswer,
  problems: ["not_found"],
  example: {
    path: { id: "0198a6d2-7c1e-7a40-9b1c-3f5d2e8a6c01" },
    query: { locale: "en" },
    answer: {
      tier: { key: "gold", name: "Gold", benefits: ["Coffee counts double"] },
      since: "2026-07-10T08:12:00.000Z",
      until: "2027-01-31",
      grace: null,
      locked: null,
      counted: { spend: 1845000, points: 1320, visits: 14, activities: 0 },
      keep: {
        tier: "gold",
        metric: "visits",
        need: 20,
        done: 14,
        missing: 6,
        from: "2026-08-01",
        by: "2027-01-31",
      },
      next: null,
      says: {
        headline: "Six visits by 31 January keep you Gold.",
        standing: "Gold until 31 January 2027.",
        keep: "Six visits by 31 January keep you Gold.",
        next: null,
        afterVisit: null,
        counted: "14 of 20 visits since 1 August",
      },
    },
  },
});
