import { defineEndpoint } from "@/lib/access/define-endpoint";
import { cancellationAnswer, redemptionAnswer, rewardsAnswer, voucherAnswer } from "./answers";
import { cancelRedemption } from "./commands/cancel-redemption";
import { redeemReward } from "./commands/redeem-reward";
import { useVoucher } from "./commands/use-voucher";
import { getVoucher } from "./queries/get-voucher";
import { listRewards } from "./queries/list-rewards";

const member = "0198a6d2-7c1e-7a40-9b1c-3f5d2e8a6c01";
const id = "0198a6d2-b1d5-7c44-9e21-6a7b8c9d0e1f";
const code = "KXPM4T9B7QHC";

const redemption = {
  id,
  member,
  reward: "filter-coffee",
  name: "A filter coffee",
  quantity: 1,
  source: "points" as const,
  status: "open" as const,
  fulfilment: null,
  redeemedAt: "2026-11-20T05:42:00.000Z",
};

const { id: redemptionId, member: _, ...taken } = redemption;

const voucher = {
  ...taken,
  code,
  expiresAt: "2026-12-20T21:00:00.000Z",
  endedAt: null,
  reference: null,
  redemption: redemptionId,
  gives: { kind: "product" as const, productType: "coffee" },
  points: 500,
  reason: null,
  member: { id: member, name: "Elif Kaya" },
};

export const getRewards = defineEndpoint({
  verb: "GET",
  path: "/rewards",
  summary: "List the rewards",
  description:
    "What points are for, with what is left of each. With `member`, what each takes of that member.",
  handler: listRewards,
  status: 200,
  response: rewardsAnswer,
  problems: ["not_found", "program_not_published"],
  example: {
    query: { member },
    answer: {
      version: 7,
      rewards: [
        {
          reward: {
            key: "filter-coffee",
            name: "A filter coffee",
            gives: { kind: "product", productType: "coffee" },
            price: { kind: "points", points: 500 },
            validDays: 30,
          },
          left: null,
          donated: null,
          offer: {
            points: 500,
            available: false,
            missing: [{ kind: "points", points: 216 }],
            toGo: { points: 216, visits: 5 },
          },
        },
      ],
    },
  },
});

export const postRedemption = defineEndpoint({
  verb: "POST",
  path: "/redemptions",
  summary: "Take a reward",
  description:
    "Spends the member's points, what expires first before the rest, and gives a voucher. Of several at once, those that points, stock or limits do not cover are refused and nothing is taken.",
  handler: redeemReward,
  status: 201,
  response: redemptionAnswer,
  problems: [
    "member_not_found",
    "reward_not_found",
    "reward_granted",
    "reward_gated",
    "reward_tier",
    "reward_early",
    "reward_over",
    "reward_evening",
    "reward_limit",
    "reward_changed",
    "out_of_stock",
    "insufficient_points",
    "duplicate_external_id",
    "program_not_published",
  ],
  example: {
    body: { member: { card: "4183 0927 5561" }, reward: "filter-coffee", version: 7 },
    answer: {
      redemption,
      voucher: { code, expiresAt: voucher.expiresAt },
      points: { spent: 500, balance: 826 },
    },
  },
});

export const postCancellation = defineEndpoint({
  verb: "POST",
  path: "/redemptions/{id}/cancel",
  params: { id: "redemption" },
  summary: "Cancel a redemption",
  description:
    "While its voucher was not used. Its points go back to the lots that they came from; what has expired since comes back inside the program's grace only.",
  handler: cancelRedemption,
  status: 200,
  response: cancellationAnswer,
  problems: [
    "not_found",
    "member_not_found",
    "voucher_used",
    "voucher_expired",
    "voucher_cancelled",
    "program_not_published",
  ],
  example: {
    path: { id },
    body: { reason: "Taken by mistake" },
    answer: {
      redemption: { ...redemption, status: "cancelled" },
      points: { returned: 500, expired: 0, balance: 1326 },
    },
  },
});

export const readVoucher = defineEndpoint({
  verb: "GET",
  path: "/vouchers/{code}",
  summary: "Read a voucher",
  description: "What it gives, whose it is and whether it still works.",
  handler: getVoucher,
  status: 200,
  response: voucherAnswer,
  problems: ["not_found"],
  example: { path: { code }, answer: voucher },
});

export const postVoucherUse = defineEndpoint({
  verb: "POST",
  path: "/vouchers/{code}/use",
  summary: "Use a voucher",
  description: "Once: scanned at two tills at the same moment, one of them is told that it was used.",
  handler: useVoucher,
  status: 200,
  response: voucherAnswer,
  problems: ["not_found", "voucher_used", "voucher_expired", "voucher_cancelled", "voucher_of_event"],
  example: {
    path: { code },
    body: { reference: "receipt-20261120-0017" },
    answer: {
      ...voucher,
      status: "used",
      endedAt: "2026-11-20T05:44:00.000Z",
      reference: "receipt-20261120-0017",
    },
  },
});
