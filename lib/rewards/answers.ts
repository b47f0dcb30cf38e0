import { z } from "zod";
import { periods } from "@/lib/kernel/document-fields";
import { givesSchema, occasions, rewardSchema } from "./schemas";

/** What the REST API answers about rewards and vouchers. */

const statuses = ["open", "used", "expired", "cancelled"] as const;
const fulfilments = ["waiting", "ready", "handed-over", "cancelled"] as const;

const status = () =>
  z.enum(statuses).describe("`open`: its voucher can be used. The others are ends, each of them for good.");
const fulfilment = () =>
  z
    .enum(fulfilments)
    .nullable()
    .describe("Where the work on it stands; null when nothing has to be got ready.");
const source = () =>
  z.enum(["points", ...occasions]).describe("Whether points paid for it, or on which occasion it was given.");
const quantity = () => z.int().describe("How many.");
const at = (what: string) => z.iso.datetime().describe(what);
const expiresAt = () => at("First instant at which it no longer works; null: it works for good.").nullable();
const memberId = () => z.uuid().describe("The member's id.");

const redemptionView = z
  .strictObject({
    id: z.uuid().describe("The redemption's id."),
    member: memberId(),
    reward: z.string().describe("Key of the reward."),
    name: z.string().describe("What it was called when it was taken."),
    quantity: quantity(),
    source: source(),
    status: status(),
    fulfilment: fulfilment(),
    redeemedAt: at("When it was taken."),
  })
  .meta({ id: "Redemption", description: "A reward that was taken, or given." });

const balance = () => z.int().describe("The member's balance afterwards; negative while points are owed.");

export const redemptionAnswer = z.strictObject({
  redemption: redemptionView,
  voucher: z
    .strictObject({
      code: z.string().describe("What is scanned or typed to use it."),
      expiresAt: expiresAt(),
    })
    .nullable()
    .describe("null: a donation has none."),
  points: z
    .strictObject({ spent: z.int().describe("Points taken."), balance: balance() })
    .describe("What it did to the member's points."),
});

export const cancellationAnswer = z.strictObject({
  redemption: redemptionView,
  points: z
    .strictObject({
      returned: z.int().describe("Points that went back to the lots that they came from."),
      expired: z.int().describe("How many of them came too late to be used, and expired at once."),
      balance: balance(),
    })
    .describe("What it did to the member's points."),
});

export const voucherAnswer = z
  .strictObject({
    code: z.string().describe("What is scanned or typed to use it."),
    status: status(),
    expiresAt: expiresAt(),
    endedAt: at("When it was used, expired or was cancelled.").nullable(),
    reference: z.string().nullable().describe("Where it was used, or why it was cancelled, as sent."),
    redemption: z.uuid().describe("Id of the redemption."),
    reward: z.string().describe("Key of the reward."),
    name: z.string().describe("What it was called when it was taken."),
    gives: givesSchema.describe("What it gives, as it was when it was taken."),
    quantity: quantity(),
    points: z.int().describe("Points that it cost."),
    source: source(),
    reason: z.string().nullable().describe("Why it was given, where a person gave a reason."),
    fulfilment: fulfilment(),
    redeemedAt: at("When it was taken."),
    member: z
      .strictObject({ id: memberId(), name: z.string().nullable().describe("What they are called.") })
      .describe("Whose it is."),
  })
  .meta({ id: "Voucher", description: "A voucher: it works once." });

const missing = z
  .strictObject({
    kind: z
      .enum(["granted", "tag", "tier", "early", "over", "evening", "stock", "limit", "points"])
      .describe("What kind of thing is missing."),
    tiers: z.array(z.string()).optional().describe("Names of the tiers that it is for."),
    from: z.string().optional().describe("First day."),
    to: z.string().optional().describe("Last day."),
    left: z.int().optional().describe("How many are left."),
    per: z.enum(periods).optional().describe("The period of the limit."),
    count: z.int().optional().describe("How many a member takes in it."),
    again: z.string().nullable().optional().describe("First day on which another can be taken; null: never."),
    points: z.int().optional().describe("How many points are missing."),
  })
  .meta({ id: "Missing", description: "What stands between a member and a reward." });

export const rewardsAnswer = z.strictObject({
  version: z.int().describe("Version of the program: sent with a redemption, it keeps what was seen."),
  rewards: z
    .array(
      z.strictObject({
        reward: rewardSchema.meta({ id: "Reward", description: "A reward, as the program has it." }),
        left: z.int().nullable().describe("How many are left of its stock; null: there are always more."),
        donated: z
          .int()
          .nullable()
          .describe("What members gave to its cause so far, in minor units; null: it is no donation."),
        offer: z
          .strictObject({
            points: z.int().describe("What one costs the member."),
            available: z.boolean().describe("Whether they can take one now."),
            missing: z.array(missing).describe("What they lack; empty when nothing."),
            toGo: z
              .strictObject({
                points: z.int().describe("Points that are missing."),
                visits: z.int().nullable().describe("About how many visits earn them, by their own average."),
              })
              .nullable()
              .describe("How far it is; null when the points are there."),
          })
          .nullable()
          .describe("For the member asked about; null when none was, or when it is not shown to them."),
      }),
    )
    .describe("In the order in which they are shown."),
});
