import { z } from "zod";
import { fieldProblemAnswer } from "@/lib/access/problem-answer";

/** What the REST API answers about purchases. */

export const explanationAnswer = z
  .array(
    z
      .strictObject({
        rule: z.string().nullable().describe("Key of the earning rule, where it is one rule's doing."),
        points: z.int().describe("What it gave, or took off."),
        reason: z.string().describe("The same in words."),
      })
      .meta({ id: "ExplanationItem", description: "One reason why a purchase earned what it did." }),
  )
  .describe("Why the purchase earned what it did. The points add up to the award's.");

const amount = (what: string) => z.int().describe(`${what}, in minor units.`);

const lineAnswer = {
  id: z.string().describe("Names the line in a refund."),
  productType: z.string().describe("Key of its product type."),
  sku: z.string().nullable().describe("The shop's article number."),
  quantity: z.number().describe("How many, with up to three decimals."),
  amount: amount("What was paid for the line"),
};

const purchaseFields = {
  id: z.uuid().describe("The purchase's id."),
  externalId: z.string().describe("The shop's own id of the purchase."),
  member: z.uuid().describe("Id of the member who bought."),
  occurredAt: z.iso.datetime().describe("When it happened."),
  channel: z.string().describe("Where it was made."),
  amount: amount("What the lines add up to"),
  paidWithPoints: amount("How much of it was paid with points"),
};

export const awardAnswer = z
  .strictObject({
    points: z.int().describe("All that the purchase earned."),
    pending: z.int().describe("How much of it is held and not yet part of the balance."),
    balance: z.int().describe("The member's balance afterwards; negative while points are owed."),
    explanation: explanationAnswer,
  })
  .meta({ id: "Award", description: "What a purchase earned, and why." });

export const purchaseAnswer = z.strictObject({
  purchase: z
    .strictObject({
      ...purchaseFields,
      lines: z
        .array(z.strictObject(lineAnswer).meta({ id: "PurchaseLine", description: "A line of a purchase." }))
        .describe("In the order sent."),
    })
    .meta({ id: "Purchase", description: "A recorded purchase." }),
  award: awardAnswer,
});

export const quoteAnswer = z.strictObject({
  purchase: z
    .strictObject({ amount: purchaseFields.amount, paidWithPoints: purchaseFields.paidWithPoints })
    .describe("What the purchase would come to."),
  award: awardAnswer,
});

export const batchAnswer = z.strictObject({
  results: z
    .array(
      z.union([
        purchaseAnswer
          .extend({ status: z.literal(201).describe("Recorded, now or before.") })
          .meta({ id: "RecordedInBatch", description: "A purchase of a batch that was recorded." }),
        z
          .strictObject({
            status: z.int().describe("The HTTP status that it would have been refused with alone."),
            code: z.string().describe("Why, for programs."),
            detail: z.string().describe("Why, for people."),
            errors: z.array(fieldProblemAnswer).optional().describe("The fields that are wrong."),
          })
          .meta({
            id: "RefusedInBatch",
            description: "A purchase of a batch that was refused; the others are not touched by it.",
          }),
      ]),
    )
    .describe("One for each purchase, in the order sent."),
});

const moneyBack = amount("How much of it goes back as money");
const refundFields = {
  id: z.uuid().describe("The refund's id."),
  externalId: z.string().describe("The shop's own id of the refund."),
  amount: amount("What was given back"),
  money: moneyBack,
  pointsReturned: z.int().describe("Points that the purchase was paid with and that go back."),
};

export const refundAnswer = z.strictObject({
  refund: z
    .strictObject({ ...refundFields, purchase: z.uuid().describe("The purchase's id.") })
    .describe("The refund."),
  points: z
    .strictObject({
      taken: z.int().describe("Points that the purchase had earned and that are taken back."),
      writtenOff: z.int().describe("How many of them were spent already and are the shop's loss."),
      balance: z.int().describe("The member's balance afterwards; negative while points are owed."),
    })
    .describe("What it did to the member's points."),
});

export const purchaseDetailAnswer = z.strictObject({
  purchase: z
    .strictObject({
      ...purchaseFields,
      refunded: amount("How much of it was given back"),
      lines: z
        .array(
          z
            .strictObject({
              ...lineAnswer,
              refundedQuantity: z.number().describe("How many of it were given back."),
              refundedAmount: amount("How much of it was given back"),
            })
            .meta({
              id: "PurchaseLineDetail",
              description: "A line of a purchase with what was refunded of it.",
            }),
        )
        .describe("In the order sent."),
    })
    .meta({ id: "PurchaseDetail", description: "A recorded purchase with what was refunded of it." }),
  award: awardAnswer,
  refunds: z
    .array(
      z
        .strictObject({
          ...refundFields,
          occurredAt: z.iso.datetime().describe("When it happened."),
          pointsTaken: z.int().describe("Points that were taken back."),
          writtenOff: z.int().describe("How many of them were spent already and are the shop's loss."),
        })
        .meta({ id: "Refund", description: "A refund of a purchase." }),
    )
    .describe("Oldest first."),
});
