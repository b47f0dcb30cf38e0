import { defineEndpoint } from "@/lib/access/define-endpoint";
import { batchAnswer, purchaseAnswer, purchaseDetailAnswer, quoteAnswer, refundAnswer } from "./answers";
import { recordPurchase } from "./commands/record-purchase";
import { recordPurchaseBatch } from "./commands/record-purchase-batch";
import { refundPurchase } from "./commands/refund-purchase";
import { getPurchase } from "./queries/get-purchase";
import { quotePurchase } from "./queries/quote-purchase";
import { documentedBatchSchema } from "./schemas";

const id = "0198a6d2-9d40-7f12-8c55-1f0a6b7c2d10";
const member = "0198a6d2-7c1e-7a40-9b1c-3f5d2e8a6c01";

const sent = {
  externalId: "receipt-20261120-0017",
  member: { card: "4183 0927 5561" },
  occurredAt: "2026-11-20T08:42:00+03:00",
  channel: "store",
  lines: [
    { productType: "coffee", sku: "flat-white", quantity: 1, amount: 16000, tax: 1455 },
    { productType: "pastry", sku: "su-boregi", quantity: 1, amount: 10000, tax: 909 },
  ],
};

const purchase = {
  id,
  externalId: sent.externalId,
  member,
  occurredAt: "2026-11-20T05:42:00.000Z",
  channel: "store",
  amount: 26000,
  paidWithPoints: 0,
  lines: [
    { id: "1", productType: "coffee", sku: "flat-white", quantity: 1, amount: 16000 },
    { id: "2", productType: "pastry", sku: "su-boregi", quantity: 1, amount: 10000 },
  ],
};

const award = {
  points: 42,
  pending: 0,
  balance: 1326,
  explanation: [
    { rule: "every-ten", points: 16, reason: "16 points for coffee" },
    { rule: "gold", points: 16, reason: "coffee doubled for Gold" },
    { rule: "every-ten", points: 10, reason: "10 points for pastry" },
  ],
};

const vouchers = ["voucher_used", "voucher_expired", "voucher_cancelled"] as const;
const duplicates = ["member_not_found", "in_future", "program_not_published", "insufficient_points"] as const;

export const postPurchase = defineEndpoint({
  verb: "POST",
  path: "/purchases",
  summary: "Record a purchase",
  description:
    "Points are decided by the rules and the tier that were in force when it happened. Sent again with the same externalId and content it is answered the same and recorded once, also without an Idempotency-Key; with other content it is refused. Money-off vouchers that it names are used with it, each by one purchase only, and work again when all of it is refunded.",
  handler: recordPurchase,
  status: 201,
  response: purchaseAnswer,
  problems: ["duplicate_external_id", ...duplicates, ...vouchers],
  example: { body: sent, answer: { purchase, award } },
});

export const postQuote = defineEndpoint({
  verb: "POST",
  path: "/purchases/quote",
  summary: "Ask what a purchase would earn",
  description: "The same body and the same award as recording it. Nothing is written.",
  handler: quotePurchase,
  status: 200,
  response: quoteAnswer,
  problems: [...duplicates, ...vouchers],
  example: { body: sent, answer: { purchase: { amount: 26000, paidWithPoints: 0 }, award } },
});

export const postPurchaseBatch = defineEndpoint({
  verb: "POST",
  path: "/purchases/batch",
  summary: "Record many purchases",
  description:
    "Up to 1,000, in the order given, each answered on its own: one that is refused does not keep the others from being recorded.",
  handler: recordPurchaseBatch,
  documentedInput: documentedBatchSchema,
  status: 200,
  response: batchAnswer,
  bodyLimit: 4 * 1024 * 1024,
  example: {
    body: {
      purchases: [
        sent,
        { ...sent, externalId: "receipt-20261120-0018", lines: [{ productType: "coffee", amount: -1 }] },
      ],
    },
    answer: {
      results: [
        { status: 201, purchase, award },
        {
          status: 422,
          code: "invalid",
          detail: "lines.0.amount: This is too small: the least is 0.",
          errors: [
            {
              path: "lines.0.amount",
              code: "too_small.number",
              message: "This is too small: the least is 0.",
            },
          ],
        },
      ],
    },
  },
});

export const readPurchase = defineEndpoint({
  verb: "GET",
  path: "/purchases/{id}",
  summary: "Read a purchase",
  description: "As it was answered when it was recorded, with what was refunded of it since.",
  handler: getPurchase,
  status: 200,
  response: purchaseDetailAnswer,
  problems: ["not_found"],
  example: {
    path: { id },
    answer: {
      purchase: {
        ...purchase,
        refunded: 10000,
        lines: purchase.lines.map((line) => ({
          ...line,
          refundedQuantity: line.id === "2" ? 1 : 0,
          refundedAmount: line.id === "2" ? 10000 : 0,
        })),
      },
      award,
      refunds: [
        {
          id: "0198a6e0-11aa-7d01-9e21-7c6d5b4a3f20",
          externalId: "return-311",
          occurredAt: "2026-11-20T06:10:00.000Z",
          amount: 10000,
          money: 10000,
          pointsReturned: 0,
          pointsTaken: 10,
          writtenOff: 0,
        },
      ],
    },
  },
});

export const postRefund = defineEndpoint({
  verb: "POST",
  path: "/purchases/{id}/refunds",
  params: { id: "purchase" },
  summary: "Refund a purchase",
  description:
    "By line, by amount, or, when neither is sent, all that is left of it. What is taken back is what was credited minus what the remaining lines would have earned under the rules of that day.",
  handler: refundPurchase,
  status: 201,
  response: refundAnswer,
  problems: ["not_found", "duplicate_external_id", "over_refund", "in_future"],
  example: {
    path: { id },
    body: { externalId: "return-311", lines: [{ id: "2", quantity: 1 }] },
    answer: {
      refund: {
        id: "0198a6e0-11aa-7d01-9e21-7c6d5b4a3f20",
        externalId: "return-311",
        purchase: id,
        amount: 10000,
        money: 10000,
        pointsReturned: 0,
      },
      points: { taken: 10, writtenOff: 0, balance: 1316 },
    },
  },
});
