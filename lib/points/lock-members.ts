import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { actorName } from "@/lib/access/actor";
import { Problem } from "@/lib/kernel/problems";
import { countryFor, memberKey } from "@/lib/members/member-key";
import type { MemberRef } from "@/lib/members/schemas";
import { programContent } from "@/lib/program/program-content";
import type { Program } from "@/lib/program/schemas";
import { settle } from "./domain/settle";
import { type Facts, loadFacts, type MemberFacts } from "./facts";
import { LedgerBatch } from "./posting";

export interface Locked {
  /** In the order of the refs. */
  members: [MemberFacts, ...MemberFacts[]];
  facts: Facts;
  program: Program;
  batch: LedgerBatch;
}

/**
 * Locks members with all their lots until commit, brings them up to `now` (what expired expires, what was held arrives),
 * and opens a batch for what the command decides. `refs` maps each input field to the member it names; with `at` the
 * program, the tier and the caps are those of that instant instead of now's. `unknown`: what the field is told when nobody
 * is known by it, where that can be said better than for any key.
 */
export async function lockMembers(
  { tx, actor, now }: { tx: Tx; actor: Actor; now: Date },
  refs: readonly { path: string; ref: MemberRef; at?: Date; unknown?: string }[],
): Promise<Locked> {
  const { merchantId } = actor;
  const country = await countryFor(
    tx,
    merchantId,
    refs.map(({ ref }) => ref),
  );
  const requests = refs.map(({ path, ref, at = now }) => ({
    ...memberKey(ref, country, path),
    at,
    lots: true,
  }));
  const facts = await loadFacts(tx, { merchantId, now, lock: true, requests });
  const [first, ...others] = facts.requests.map(({ member }, index) => {
    if (member) return member;
    const { path = "", unknown: code = "member_not_found" } = refs[index] ?? {};
    throw new Problem("member_not_found", { fields: [{ path, code }] });
  });
  if (!first) throw new Error("no member was asked for");
  const members: Locked["members"] = [first, ...others];
  const version = facts.requests[0]?.version ?? null;
  if (version === null) throw new Problem("program_not_published");
  const program = await programContent(tx, merchantId, version);
  const batch = new LedgerBatch({ merchantId, zone: facts.merchant.timezone, now, actor: actorName(actor) });
  for (const member of new Set(members)) settleInto(batch, member, now);
  return { members, facts, program, batch };
}

/** Lets what is due happen to a locked member. */
export function settleInto(batch: LedgerBatch, member: MemberFacts, now: Date): void {
  const settled = settle(member, now);
  const { nextDueAt } = settled.state;
  // Activity has moved what was due on: then nothing is posted, but the day on which to look again.
  if (settled.entries.length === 0 && nextDueAt?.getTime() === member.nextDueAt?.getTime()) return;
  batch.addPosting(member.id, settled);
  Object.assign(member, settled.state);
}
