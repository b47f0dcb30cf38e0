import { z } from "zod";
import { explanationAnswer } from "@/lib/earning/answers";

/** What the REST API answers about points. */

const kinds = [
  "earn",
  "release",
  "refund",
  "spend",
  "return",
  "expire",
  "adjust",
  "gift-out",
  "gift-in",
  "gift-back",
  "write-off",
  "forfeit",
  "undo",
  "merge",
  "unmerge",
] as const;

const balance = () => z.int().describe("The member's balance afterwards; negative while points are owed.");
const memberId = () => z.uuid().describe("The member's id.");

const entryAnswer = z
  .strictObject({
    seq: z.int().describe("Numbers a member's entries from 1, without gaps."),
    kind: z.enum(kinds).describe("What happened to the points."),
    points: z.int().describe("Change of the balance."),
    pending: z.int().describe("Change of what is held."),
    balance: balance(),
    occurredAt: z.iso.datetime().describe("When it happened."),
    recordedAt: z.iso.datetime().describe("When it was recorded."),
    reason: z.string().nullable().describe("Why, where a person gave a reason."),
    reference: z.string().nullable().describe("As sent with the points that were spent or given."),
    reverses: z.int().nullable().describe("The `seq` of the entry that this one takes back."),
    gift: z.uuid().nullable().describe("The gift that the points came with or left by."),
    purchase: z
      .strictObject({
        id: z.uuid().describe("The purchase's id."),
        externalId: z.string().describe("The shop's own id of the purchase."),
        channel: z.string().describe("Where it was made."),
        amount: z.int().describe("What it came to, in minor units."),
        programVersion: z.int().describe("The version of the program that it was judged by."),
        explanation: explanationAnswer,
      })
      .nullable()
      .describe("The purchase that the entry is about."),
    activity: z
      .strictObject({
        id: z.uuid().describe("The activity's id."),
        externalId: z.string().describe("The sender's own id of it."),
        type: z.string().describe("Key of one of the program's activities."),
        programVersion: z.int().describe("The version of the program that it was judged by."),
        explanation: explanationAnswer,
      })
      .nullable()
      .describe("The activity that the entry credits, or takes back."),
  })
  .meta({ id: "LedgerEntry", description: "One movement of a member's points. Entries are never changed." });

export const ledgerPageAnswer = z.strictObject({
  entries: z.array(entryAnswer).describe("Newest first."),
  next: z.string().nullable().describe("The `cursor` of the next page; null on the last."),
});

export const adjustmentAnswer = z.strictObject({
  adjustment: z
    .strictObject({
      member: memberId(),
      status: z
        .enum(["done", "waiting"])
        .describe("`waiting`: it is above the owner's limit and somebody else has to approve it."),
      request: z.uuid().nullable().describe("What waits for approval."),
      points: z.int().describe("As sent."),
      reason: z.string().describe("As sent."),
    })
    .describe("The adjustment."),
  points: z.strictObject({ balance: balance() }).describe("What it did to the member's points."),
});

export const spendAnswer = z.strictObject({
  spend: z
    .strictObject({
      member: memberId(),
      entry: z.int().describe("The `seq` of the ledger entry."),
      reference: z.string().describe("As sent."),
    })
    .describe("The spend."),
  points: z
    .strictObject({ spent: z.int().describe("Points taken."), balance: balance() })
    .describe("What it did to the member's points."),
});

export const giftAnswer = z.strictObject({
  gift: z
    .strictObject({
      id: z.uuid().describe("The gift's id."),
      from: z.uuid().describe("The member who gave."),
      to: z.uuid().describe("The member who was given to."),
      points: z.int().describe("Points moved."),
    })
    .describe("The gift."),
  points: z
    .strictObject({
      fromBalance: z.int().describe("The giver's balance afterwards."),
      toBalance: z.int().describe("The other member's balance afterwards."),
    })
    .describe("What it did to both."),
});
