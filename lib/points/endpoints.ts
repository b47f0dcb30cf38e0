import { defineEndpoint } from "@/lib/access/define-endpoint";
import { adjustmentAnswer, giftAnswer, ledgerPageAnswer, spendAnswer } from "./answers";
import { adjustPoints } from "./commands/adjust-points";
import { giftPoints } from "./commands/gift-points";
import { spendPoints } from "./commands/spend-points";
import { pageEntries } from "./queries/page-entries";

const member = "0198a6d2-7c1e-7a40-9b1c-3f5d2e8a6c01";
const friend = "0198a6d2-7c1e-7a41-8f02-9a1b2c3d4e5f";

export const listEntries = defineEndpoint({
  verb: "GET",
  path: "/members/{id}/ledger",
  summary: "Read a member's ledger",
  description: "Every movement of their points, newest first, with what explains it.",
  handler: pageEntries,
  status: 200,
  response: ledgerPageAnswer,
  numeric: ["limit"],
  problems: ["not_found"],
  example: {
    path: { id: member },
    query: { limit: "1" },
    answer: {
      entries: [
        {
          seq: 118,
          kind: "earn",
          points: 42,
          pending: 0,
          balance: 1326,
          occurredAt: "2026-11-20T05:42:00.000Z",
          recordedAt: "2026-11-20T05:42:01.000Z",
          reason: null,
          reference: null,
          reverses: null,
          gift: null,
          purchase: {
            id: "0198a6d2-9d40-7f12-8c55-1f0a6b7c2d10",
            externalId: "receipt-20261120-0017",
            channel: "store",
            amount: 26000,
            programVersion: 7,
            explanation: [{ rule: "every-ten", points: 42, reason: "42 points for coffee" }],
          },
          activity: null,
        },
      ],
      next: "bGVkZ2VyOjExOA",
    },
  },
});

export const postAdjustment = defineEndpoint({
  verb: "POST",
  path: "/points/adjustments",
  summary: "Adjust points by hand",
  description:
    "Up or down, with a reason that is kept. Above the owner's limit it waits for a second person.",
  handler: adjustPoints,
  status: 201,
  response: adjustmentAnswer,
  problems: ["member_not_found", "insufficient_points", "program_not_published"],
  example: {
    body: { member: { externalId: "crm-1042" }, points: 50, reason: "A spilled coffee" },
    answer: {
      adjustment: { member, status: "done", request: null, points: 50, reason: "A spilled coffee" },
      points: { balance: 1376 },
    },
  },
});

export const postSpend = defineEndpoint({
  verb: "POST",
  path: "/points/spends",
  summary: "Spend points",
  description:
    "What expires first is spent first. Of several at once, those that the balance does not cover are refused.",
  handler: spendPoints,
  status: 201,
  response: spendAnswer,
  problems: ["member_not_found", "insufficient_points", "program_not_published"],
  example: {
    body: { member: { card: "4183 0927 5561" }, points: 500, reference: "Tote bag" },
    answer: { spend: { member, entry: 119, reference: "Tote bag" }, points: { spent: 500, balance: 826 } },
  },
});

export const postGift = defineEndpoint({
  verb: "POST",
  path: "/points/gifts",
  summary: "Give points from member to member",
  description: "The points keep the day on which they expire.",
  handler: giftPoints,
  status: 201,
  response: giftAnswer,
  problems: [
    "member_not_found",
    "insufficient_points",
    "gifts_disabled",
    "gift_to_self",
    "program_not_published",
  ],
  example: {
    body: { from: { card: "4183 0927 5561" }, to: { phone: "0533 765 43 21" }, points: 100 },
    answer: {
      gift: { id: "0198a6e3-5b6c-7e8f-9a0b-1c2d3e4f5a6b", from: member, to: friend, points: 100 },
      points: { fromBalance: 726, toBalance: 175 },
    },
  },
});
