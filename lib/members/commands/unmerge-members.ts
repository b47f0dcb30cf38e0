import { actorName } from "@/lib/access/actor";
import { audit } from "@/lib/access/audit";
import { defineCommand } from "@/lib/access/define-command";
import { Problem } from "@/lib/kernel/problems";
import { type MergedPoints, unmerge } from "@/lib/points/domain/merge";
import { lockMembers } from "@/lib/points/lock-members";
import { readLots, withLots } from "@/lib/points/read-lots";
import { recountTallies } from "@/lib/tiers/recount-tallies";
import { type Fillable, handBack, type Taken } from "../domain/take-over";
import { refuseTaken } from "../enrol";
import { type MovedCredited, recountPurchases, returnCredited } from "../merge-credited";
import { type MovedRows, returnRows } from "../merge-rows";
import { type StandingBefore, writeStanding } from "../merge-standing";
import { noteTier, readProfiles, writeProfile } from "../profile";
import { unmergeSchema } from "../schemas";

export interface UnmergeResult {
  merge: { id: string; survivor: string; merged: string };
  points: { back: number; gone: number; debtPaid: number; survivor: number; merged: number };
  kept: Fillable[];
}

interface MergeRow {
  mergedId: string;
  taken: Taken;
  points: MergedPoints;
  moved: { credited: MovedCredited; rows: MovedRows; standing: StandingBefore; earlier: string[] };
  undoneAt: string | null;
}

/**
 * Parts two members again. What is left of the points that had come along goes back, what was spent since is told and stays
 * spent; purchases and notes that had followed go back, those made since stay with the survivor.
 */
export const unmergeMembers = defineCommand({
  name: "member.unmerge",
  permission: "members.merge",
  input: unmergeSchema,
  async run({ actor, input, now, tx }): Promise<UnmergeResult> {
    const { merchantId } = actor;
    const [row] = await tx.sql<MergeRow[]>`
      select merged_id as "mergedId", taken, points, moved, undone_at as "undoneAt" from member_merge
      where merchant_id = ${merchantId} and id = ${input.merge} and survivor_id = ${input.id} for update`;
    if (!row) throw new Problem("not_found");
    if (row.undoneAt) throw new Problem("merge_undone");
    const profiles = await readProfiles(tx.sql, merchantId, [input.id, row.mergedId], { lock: true });
    const [survivor, other] = [profiles.get(input.id), profiles.get(row.mergedId)];
    if (survivor?.status === "merged") throw new Problem("merge_covered");
    if (survivor?.status !== "active" || other?.status !== "merged") throw new Problem("not_found");

    const parted = handBack(survivor, other, row.taken);
    await writeProfile(tx, merchantId, { id: survivor.id, profile: parted.survivor, mergedInto: null });
    await refuseTaken(tx, merchantId, parted.other, other.id);
    await writeProfile(tx, merchantId, { id: other.id, profile: parted.other, mergedInto: null });
    const refs = [
      { path: "id", ref: { id: survivor.id } },
      { path: "merge", ref: { id: other.id } },
    ];
    const { members, batch } = await lockMembers({ tx, actor, now }, refs);
    const [gives, gets] = members;
    if (!gets) throw new Error("two members were asked for");
    const lots = await readLots(tx, merchantId, { memberIds: [survivor.id, other.id] });
    const [from, to] = [gives, gets].map((member) => withLots(member, lots.get(member.id) ?? []));
    if (!from || !to) throw new Error("two members were asked for");
    const back = unmerge(from, to, { moved: row.points, at: now, note: { mergeId: input.merge } });
    batch.addPosting(survivor.id, back.survivor);
    batch.addPosting(other.id, back.other);
    await batch.statement(tx);

    const tierBack = row.taken.tier !== undefined && parted.survivor.tier !== survivor.tier;
    if (tierBack) {
      await writeStanding(tx, merchantId, survivor.id, row.moved.standing);
      await noteTier(tx, merchantId, {
        id: survivor.id,
        tier: parted.survivor.tier,
        now,
        reason: "unmerged",
      });
    }
    const between = { from: survivor.id, to: other.id };
    const { credited, rows, earlier } = row.moved;
    await tx.sql`
      update member set merged_into = ${other.id} where merchant_id = ${merchantId} and status = 'merged'
        and merged_into = ${survivor.id} and id = any(${earlier}::uuid[])`;
    await returnCredited(tx.sql, merchantId, { ...between, moved: credited });
    await returnRows(tx.sql, merchantId, { ...between, moved: rows });
    await recountPurchases(tx.sql, merchantId, [survivor.id, other.id]);
    await recountTallies(tx, merchantId, { memberIds: [survivor.id, other.id], now });
    await tx.sql`
      update member_merge set undone_at = ${now.toISOString()}, undone_by = ${actorName(actor)}
      where merchant_id = ${merchantId} and id = ${input.merge}`;
    const points = {
      back: back.back,
      gone: back.gone,
      debtPaid: back.paid,
      survivor: back.survivor.state.balance,
      merged: back.other.state.balance,
    };
    for (const subject of [survivor.id, other.id])
      audit(tx, actor, now, {
        action: "member.unmerge",
        subject: `member:${subject}`,
        after: { merge: input.merge, points },
      });
    return { merge: { id: input.merge, survivor: survivor.id, merged: other.id }, points, kept: parted.kept };
  },
});
