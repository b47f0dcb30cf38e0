import { z } from "zod";
import { explanationAnswer } from "@/lib/earning/answers";

/** What the REST API answers about activities. */

const status = z
  .enum(["waiting", "recorded", "refused", "undone"])
  .describe("`waiting`: a manager has to approve it first. `undone`: recorded, and taken back since.");

export const activityAnswer = z.strictObject({
  activity: z
    .strictObject({
      id: z.uuid().describe("The activity's id."),
      externalId: z.string().describe("The sender's own id of it."),
      member: z.uuid().describe("Id of the member who did it."),
      type: z.string().describe("Key of one of the program's activities."),
      occurredAt: z.iso.datetime().describe("When it happened."),
      status,
      reason: z.string().nullable().describe("What was said when it was decided or taken back."),
    })
    .meta({ id: "Activity", description: "What a member did besides buying." }),
  award: z
    .strictObject({
      points: z.int().describe("What it earned; 0 while it waits."),
      pending: z.int().describe("How much of it is held and not yet part of the balance."),
      balance: z.int().describe("The member's balance afterwards; negative while points are owed."),
      explanation: explanationAnswer,
    })
    .meta({ id: "ActivityAward", description: "What an activity earned, and why." }),
});

export const undoneActivityAnswer = z.strictObject({
  activity: z
    .strictObject({
      id: z.uuid().describe("The activity's id."),
      status: z.literal("undone").describe("It counts no more."),
    })
    .describe("The activity."),
  points: z
    .strictObject({
      taken: z.int().describe("Points that it had earned and that are taken back."),
      writtenOff: z.int().describe("How many of them were spent already and are the shop's loss."),
      balance: z.int().describe("The member's balance afterwards; negative while points are owed."),
    })
    .describe("What it did to the member's points."),
});
