import type { Tx } from "@/db/client";
import { type Actor, actorName } from "@/lib/access/actor";
import { auditRow } from "@/lib/access/audit";
import { mayActor } from "@/lib/access/permissions";
import { localDate } from "@/lib/kernel/calendar";
import { clockSkewMs } from "@/lib/kernel/clock-skew";
import { uuidv7 } from "@/lib/kernel/ids";
import { fieldProblem, Problem } from "@/lib/kernel/problems";
import { requestHash } from "@/lib/kernel/request-hash";
import { type Locked, lockMembers } from "@/lib/points/lock-members";
import { programContent } from "@/lib/program/program-content";
import type { ActivityType } from "@/lib/program/schemas";
import { activityRecord } from "./activity-record";
import { type ActivityResult, activityResult } from "./activity-result";
import { type Awarded, awardActivity } from "./award-activity";
import { countUse, fullLimit } from "./domain/decide-activity";
import type { ActivityInput, ActivitySource } from "./schemas";

interface RecordContext {
  tx: Tx;
  actor: Actor;
  now: Date;
}

/**
 * Records an activity by the program and the tier that were in force when it happened. Every way in ends here. One that is
 * above its limits is recorded and gives nothing, or on the card refused; one that has to be approved waits, and holds its place meanwhile.
 */
export async function recordActivityOf(
  context: RecordContext,
  input: ActivityInput,
  source: ActivitySource,
): Promise<ActivityResult> {
  const { tx, actor, now } = context;
  const { merchantId } = actor;
  const { occurredAt, externalId } = input;
  if (occurredAt.getTime() > now.getTime() + clockSkewMs) {
    throw new Problem("in_future", { fields: [{ path: "occurredAt", code: "in_future" }] });
  }
  const locked = await lockMembers(context, [{ path: "member", ref: input.member, at: occurredAt }]);
  const [member] = locked.members;
  // On the card it happens when the button is pressed; pressed again it is the same.
  const at = source === "card" ? undefined : occurredAt;
  const hash = requestHash({ ...input, member: member.id, occurredAt: at });
  const { currency } = locked.facts.merchant;
  const earlier = await activityRecord(tx, merchantId, { externalId });
  if (earlier) {
    if (earlier.requestHash !== hash) {
      throw new Problem("duplicate_external_id", { fields: [{ path: "externalId", code: "used" }] });
    }
    return activityResult(earlier, await programContent(tx, merchantId, earlier.programVersion), currency);
  }
  const type = typeFor(locked, input.type, source);
  if (source === "card" && type.ask !== undefined && input.data?.answer === undefined)
    throw fieldProblem("answer", "required");
  const zone = locked.facts.merchant.timezone;
  const capUsed = locked.facts.requests[0]?.capUsed ?? {};
  const version = locked.facts.requests[0]?.version ?? 0;
  const full = fullLimit({ type, zone, occurredAt, capUsed });
  if (full && source === "card") throw new Problem("activity_done", { params: { name: type.name, ...full } });
  const counted = !full;
  const waits = counted && type.approval && !vouches(actor);
  const given = waits ? null : await awardActivity(locked, { tx, actor, now, type, occurredAt, version });
  const row = {
    id: uuidv7(),
    externalId,
    memberId: member.id,
    type: type.key,
    occurredAt,
    status: waits ? ("waiting" as const) : ("recorded" as const),
    counted,
    reason: null,
    capUse: given ? given.decision.capUse : countUse({ type, zone, occurredAt }),
    ...awardOf(given, member.balance),
  };
  if (!given)
    for (const [key, used] of Object.entries(row.capUse)) locked.batch.addCapUse(member.id, key, used);
  tx.last(tx.sql`
    insert into activity (merchant_id, id, member_id, external_id, request_hash, type, status, counted, source, occurred_at,
      recorded_at, day, data, program_version, cap_use, budget_use, explanation, points, pending, balance, entry_seq, recorded_by)
    values (${merchantId}, ${row.id}, ${member.id}, ${externalId}, ${hash}, ${type.key}, ${row.status}, ${counted}, ${source},
      ${occurredAt.toISOString()}, ${now.toISOString()}, ${localDate(occurredAt, zone)},
      ${JSON.stringify(input.data ?? {})}::text::jsonb, ${version},
      ${JSON.stringify(row.capUse)}::text::jsonb, ${row.budgetUse}, ${JSON.stringify(row.items)}::text::jsonb, ${row.points},
      ${row.pending}, ${row.balance}, ${row.entrySeq}, ${actorName(actor)})`);
  locked.batch.addAudit(
    auditRow(actor, now, {
      action: "activity.record",
      subject: `activity:${row.id}`,
      after: { member: member.id, externalId, type: type.key, status: row.status, points: row.points },
    }),
  );
  tx.last(locked.batch.statement(tx));
  return activityResult(row, locked.program, currency);
}

/** The activity that the program of that day has by this key, if this is a way to record it. */
function typeFor({ program }: Locked, key: string, source: ActivitySource): ActivityType {
  const type = program.activities.find((one) => one.key === key);
  if (!type) throw fieldProblem("type", "activity.unknown");
  if (!type.from.includes(source))
    throw fieldProblem("type", `activity.not_from_${source}`, { name: type.name });
  return type;
}

/** Whoever may approve has approved what they record themselves. */
const vouches = (actor: Actor): boolean => actor.kind === "staff" && mayActor(actor, "activities.approve");

/** What of an award is kept with the activity. */
export const awardOf = (given: Awarded | null, balance: number) => ({
  items: given?.decision.items ?? [],
  points: given?.decision.points ?? 0,
  pending: given?.pending ?? 0,
  balance: given?.balance ?? balance,
  budgetUse: given?.decision.budgetUse ?? 0,
  entrySeq: given?.entrySeq ?? null,
});
