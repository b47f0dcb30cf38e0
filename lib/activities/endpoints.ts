import { defineEndpoint } from "@/lib/access/define-endpoint";
import { activityAnswer, undoneActivityAnswer } from "./answers";
import { recordActivity } from "./commands/record-activity";
import { undoActivity } from "./commands/undo-activity";
import { getActivity } from "./queries/get-activity";

const id = "0198a6d2-a1c4-7b32-8d11-5e6f7a8b9c0d";
const answer = {
  activity: {
    id,
    externalId: "review-88213",
    member: "0198a6d2-7c1e-7a40-9b1c-3f5d2e8a6c01",
    type: "review",
    occurredAt: "2026-11-20T05:42:00.000Z",
    status: "recorded" as const,
    reason: null,
  },
  award: {
    points: 50,
    pending: 0,
    balance: 1376,
    explanation: [{ rule: "review", points: 50, reason: "50 for “Review”." }],
  },
};

export const postActivity = defineEndpoint({
  verb: "POST",
  path: "/activities",
  summary: "Record an activity",
  description:
    "What a member did besides buying: a review, a visit to an event, a cup of their own. Points are decided by the program and the tier that were in force when it happened; above its limits it is recorded and gives nothing. Sent again with the same externalId and content it is answered as it stands and recorded once; with other content it is refused.",
  handler: recordActivity,
  status: 201,
  response: activityAnswer,
  problems: ["duplicate_external_id", "member_not_found", "in_future", "program_not_published"],
  example: {
    body: {
      externalId: "review-88213",
      member: { email: "elif@example.com" },
      type: "review",
      occurredAt: "2026-11-20T08:42:00+03:00",
      data: { stars: 5, url: "https://reviews.example/88213" },
    },
    answer,
  },
});

export const readActivity = defineEndpoint({
  verb: "GET",
  path: "/activities/{id}",
  summary: "Read an activity",
  description: "Whether it waits, was recorded, refused or taken back, and what it was awarded.",
  handler: getActivity,
  status: 200,
  response: activityAnswer,
  problems: ["not_found"],
  example: { path: { id }, answer },
});

export const postActivityUndo = defineEndpoint({
  verb: "POST",
  path: "/activities/{id}/undo",
  params: { id: "activity" },
  summary: "Take an activity back",
  description:
    "With the points that it gave; its place within limits, caps and budget is free again. One that was spent already is owed or written off, as after a refund.",
  handler: undoActivity,
  status: 201,
  response: undoneActivityAnswer,
  problems: ["not_found", "already_decided", "member_not_found", "program_not_published"],
  example: {
    path: { id },
    body: { reason: "The review is about another shop" },
    answer: {
      activity: { id, status: "undone" },
      points: { taken: 50, writtenOff: 0, balance: 1326 },
    },
  },
});
