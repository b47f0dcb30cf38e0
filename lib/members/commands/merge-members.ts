import { actorName } from "@/lib/access/actor";
import { audit } from "@/lib/access/audit";
import { defineCommand } from "@/lib/access/define-command";
import { uuidv7 } from "@/lib/kernel/ids";
import { Problem } from "@/lib/kernel/problems";
import { merge } from "@/lib/points/domain/merge";
import { lockMembers } from "@/lib/points/lock-members";
import { readLots, withLots } from "@/lib/points/read-lots";
import { recountTallies } from "@/lib/tiers/recount-tallies";
import { takeOver } from "../domain/take-over";
import { moveCredited, recountPurchases } from "../merge-credited";
import { mergePair, refuseWaitingGift } from "../merge-pair";
import { moveRows } from "../merge-rows";
import { mergeStanding } from "../merge-standing";
import { noteTier, readProfiles, writeProfile } from "../profile";
import { mergeSchema } from "../schemas";

export interface MergeResult {
  merge: { id: string; survivor: string; merged: string };
  points: { moved: number; pending: number; debt: number; balance: number };
}

/**
 * Two members who are one person become one. Lots go on with expiry and origin, by entries of both that name the merge;
 * purchases, notes, gifts and waiting adjustments follow; whatever the other was known by finds the survivor.
 */
export const mergeMembers = defineCommand({
  name: "member.merge",
  permission: "members.merge",
  input: mergeSchema,
  async run({ actor, input, now, tx }): Promise<MergeResult> {
    const { merchantId } = actor;
    const ids = await mergePair(tx, merchantId, input);
    const profiles = await readProfiles(tx.sql, merchantId, [ids.survivor, ids.other], { lock: true });
    const [survivor, other] = [profiles.get(ids.survivor), profiles.get(ids.other)];
    if (survivor?.status === "merged") throw new Problem("already_merged");
    if (survivor?.status !== "active") throw new Problem("not_found");
    if (other?.status !== "active")
      throw new Problem("already_merged", { fields: [{ path: "other", code: "already_merged" }] });
    await refuseWaitingGift(tx, merchantId, ids);
    const refs = [
      { path: "id", ref: { id: survivor.id } },
      { path: "other", ref: { id: other.id } },
    ];
    const { members, program, batch } = await lockMembers({ tx, actor, now }, refs);
    const [keeps, gives] = members;
    if (!gives) throw new Error("two members were asked for");
    const lots = await readLots(tx, merchantId, { memberIds: [other.id] });
    const id = uuidv7();
    const merged = merge(keeps, withLots(gives, lots.get(other.id) ?? []), {
      otherId: other.id,
      at: now,
      note: { mergeId: id },
    });
    batch.addPosting(survivor.id, merged.survivor);
    batch.addPosting(other.id, merged.other);
    // Posted before the other is merged: nothing is posted to one who is.
    await batch.statement(tx);

    const tiers = program.tiers.map((tier) => tier.key);
    const { profile, taken } = takeOver(survivor, other, tiers);
    await writeProfile(tx, merchantId, { id: other.id, profile: other, mergedInto: survivor.id });
    await writeProfile(tx, merchantId, { id: survivor.id, profile, mergedInto: null });
    const pair: [string, string] = [survivor.id, other.id];
    const higher = taken.tier !== undefined;
    const standing = await mergeStanding(tx, merchantId, pair, { higher });
    if (higher)
      await noteTier(tx, merchantId, { id: survivor.id, tier: profile.tier, now, reason: "merged" });
    const between = { from: other.id, to: survivor.id };
    const earlier = await tx.sql<{ id: string }[]>`
      update member set merged_into = ${survivor.id}
      where merchant_id = ${merchantId} and status = 'merged' and merged_into = ${other.id} returning id`;
    const credited = await moveCredited(tx.sql, merchantId, { ...between, entrySeq: merged.moved.inSeq });
    const rows = await moveRows(tx.sql, merchantId, between);
    await recountPurchases(tx.sql, merchantId, pair);
    await recountTallies(tx, merchantId, { memberIds: pair, now });
    const moved = { credited, rows, standing, earlier: earlier.map((one) => one.id) };
    await tx.sql`
      insert into member_merge (merchant_id, id, survivor_id, merged_id, at, actor, taken, points, moved)
      values (${merchantId}, ${id}, ${survivor.id}, ${other.id}, ${now.toISOString()}, ${actorName(actor)},
        ${JSON.stringify(taken)}::text::jsonb, ${JSON.stringify(merged.moved)}::text::jsonb, ${JSON.stringify(moved)}::text::jsonb)`;
    const points = {
      moved: gives.balance + gives.debt,
      pending: gives.pending,
      debt: gives.debt,
      balance: merged.survivor.state.balance,
    };
    for (const [subject, after] of [
      [survivor.id, { merge: id, merged: other.id, points }],
      [other.id, { merge: id, into: survivor.id, points }],
    ] as const)
      audit(tx, actor, now, { action: "member.merge", subject: `member:${subject}`, after });
    return { merge: { id, survivor: survivor.id, merged: other.id }, points };
  },
});
