import { Problem } from "@/lib/kernel/problems";
import type { Entry, PointsState, Posting, Refusal } from "./domain/types";
import type { MemberFacts } from "./facts";
import type { LedgerBatch } from "./posting";

/** Adds a decision on a locked member to the batch and moves their facts on; a refusal becomes the command's. */
export function postOrRefuse(
  batch: LedgerBatch,
  member: MemberFacts,
  decide: (state: PointsState) => Posting | Refusal,
  path = "points",
): Entry {
  const decision = decide(member);
  if (!decision.ok) {
    throw new Problem(decision.code, {
      params: decision.params,
      fields: [{ path, code: decision.code, params: decision.params }],
    });
  }
  batch.addPosting(member.id, decision);
  Object.assign(member, decision.state);
  const entry = decision.entries.at(-1);
  if (!entry) throw new Error("a decision on points made no entry");
  return entry;
}
