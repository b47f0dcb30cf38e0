import { defineEndpoint } from "@/lib/access/define-endpoint";
import { erasureAnswer, memberDetailAnswer, memberPageAnswer, mergeAnswer, unmergeAnswer } from "./answers";
import { editMember } from "./commands/edit-member";
import { enrolMember } from "./commands/enrol-member";
import { eraseMember } from "./commands/erase-member";
import { mergeMembers } from "./commands/merge-members";
import { unmergeMembers } from "./commands/unmerge-members";
import { getMember } from "./queries/get-member";
import { pageMembers } from "./queries/page-members";

const id = "0198a6d2-7c1e-7a40-9b1c-3f5d2e8a6c01";

const member = {
  id,
  card: "418309275561",
  externalId: "crm-1042",
  name: "Ayşegül Şahin",
  email: "aysegul@example.com",
  phone: "+905321234567",
  birthday: "1990-04-23",
  locale: "tr",
  tier: "gold",
  tags: ["oat milk"],
  attributes: { cup: "own" },
  balance: 1284,
  pending: 40,
  purchaseCount: 61,
  spend: 1845000,
  enrolledAt: "2026-01-05T08:12:00.000Z",
  enrolledVia: "api",
  lastPurchaseAt: "2026-11-20T05:42:00.000Z",
};

const detail = {
  ...member,
  debt: 0,
  arriving: { at: "2026-11-27T21:00:00.000Z", points: 40 },
  expiring: { at: "2026-12-31T21:00:00.000Z", points: 120 },
};

const newcomer = {
  ...detail,
  balance: 0,
  pending: 0,
  purchaseCount: 0,
  spend: 0,
  lastPurchaseAt: null,
  arriving: null,
  expiring: null,
};

const { name, email, externalId, birthday, tags } = member;

export const postMember = defineEndpoint({
  verb: "POST",
  path: "/members",
  summary: "Enrol a member",
  description: "Nothing is required: a card without a name is a member too.",
  handler: enrolMember,
  status: 201,
  response: memberDetailAnswer,
  problems: ["member_exists"],
  example: {
    body: {
      name,
      email,
      phone: "0532 123 45 67",
      externalId,
      birthday,
      locale: "tr",
      tier: "gold",
      tags,
      attributes: { cup: "own" },
    },
    answer: newcomer,
  },
});

export const listMembers = defineEndpoint({
  verb: "GET",
  path: "/members",
  summary: "Find or list members",
  description: "By what they are known by, or all of them in pages. What is given must all match.",
  handler: pageMembers,
  status: 200,
  response: memberPageAnswer,
  numeric: ["limit"],
  example: { query: { phone: "0532 123 45 67" }, answer: { members: [member], next: null } },
});

export const readMember = defineEndpoint({
  verb: "GET",
  path: "/members/{id}",
  summary: "Read a member",
  description: "With the points as of now: what expired a minute ago is not counted.",
  handler: getMember,
  status: 200,
  response: memberDetailAnswer,
  problems: ["not_found"],
  example: { path: { id }, answer: detail },
});

export const patchMember = defineEndpoint({
  verb: "PATCH",
  path: "/members/{id}",
  summary: "Change a member",
  description:
    "What is left out stays as it is; null removes it. Tags and attributes are replaced as a whole.",
  handler: editMember,
  status: 200,
  response: memberDetailAnswer,
  problems: ["not_found", "member_exists"],
  example: { path: { id }, body: { tier: "gold", birthday: null }, answer: { ...detail, birthday: null } },
});

export const deleteMember = defineEndpoint({
  verb: "DELETE",
  path: "/members/{id}",
  summary: "Erase a member",
  description:
    "Removes what identifies them, for good: the card is dead, and the points that were left are forfeited by an entry of their own. Purchases and totals stay.",
  handler: eraseMember,
  status: 200,
  response: erasureAnswer,
  problems: ["not_found"],
  example: { path: { id }, answer: { member: { id }, points: { forfeited: 1324, writtenOff: 0 } } },
});

const merge = {
  id: "0198a6d2-7c1e-7a40-9b1c-3f5d2e8a6c31",
  survivor: id,
  merged: "0198a6d2-7c1e-7a40-9b1c-3f5d2e8a6c02",
};

export const postMerge = defineEndpoint({
  verb: "POST",
  path: "/members/{id}/merge",
  summary: "Merge two members who are one person",
  description:
    "The member of the path carries on: points keep their expiry, purchases, notes and gifts follow, the higher tier stays, debts are netted. Whatever the other was known by, its id included, finds the survivor from now on.",
  handler: mergeMembers,
  status: 200,
  response: mergeAnswer,
  problems: [
    "not_found",
    "member_not_found",
    "merge_with_self",
    "already_merged",
    "gift_waits",
    "program_not_published",
  ],
  example: {
    path: { id },
    body: { other: { card: "5021 8834 7719" } },
    answer: { merge, points: { moved: 200, pending: 0, debt: 0, balance: 1484 } },
  },
});

export const postUnmerge = defineEndpoint({
  verb: "POST",
  path: "/members/{id}/unmerge",
  summary: "Take a merge back",
  description:
    "What is left of the points that had come along goes back with purchases and notes. What was spent since stays spent, and is told; what was bought since stays with the survivor.",
  handler: unmergeMembers,
  status: 200,
  response: unmergeAnswer,
  problems: ["not_found", "merge_undone", "merge_covered", "member_exists", "program_not_published"],
  example: {
    path: { id },
    body: { merge: merge.id },
    answer: { merge, points: { back: 140, gone: 60, debtPaid: 0, survivor: 1284, merged: 140 }, kept: [] },
  },
});
