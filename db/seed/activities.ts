import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { decideActivity } from "@/lib/activities/commands/decide-activity";
import { recordActivity } from "@/lib/activities/commands/record-activity";
import { reportActivity } from "@/lib/activities/commands/report-activity";
import type { ActivityInput } from "@/lib/activities/schemas";
import type { PurchaseInput } from "@/lib/earning/schemas";
import type { ProgramInput } from "@/lib/program/schemas";
import { sequence } from "./random";

/** What the café rewards besides buying. */
export const activities: NonNullable<ProgramInput["activities"]> = [
  {
    key: "own-cup",
    name: "Your own cup",
    points: 3,
    from: ["staff"],
    limits: [{ per: "day", times: 1 }],
  },
  {
    key: "review",
    name: "A review on the map",
    points: 50,
    from: ["card", "api"],
    limits: [{ per: "ever", times: 1 }],
    approval: true,
    ask: "The address of your review",
  },
  {
    key: "tasting",
    name: "A tasting evening",
    points: 20,
    from: ["staff"],
    limits: [{ per: "week", times: 1 }],
    multiplied: true,
  },
  {
    key: "follow",
    name: "Following us",
    points: 10,
    from: ["card"],
    limits: [{ per: "ever", times: 1 }],
    approval: true,
    ask: "Your name there",
  },
];

const begunDaysAgo = 240;

interface At {
  tx: Tx;
  actor: Actor;
  now: Date;
}

/** Something that people did besides buying. */
export type Besides = (tx: Tx) => Promise<unknown>;

/** What those who came did besides buying. */
export function activitiesOf(
  visits: readonly PurchaseInput[],
  { actor, now, daysAgo }: { actor: Actor; now: Date; daysAgo: number },
): Besides[] {
  if (daysAgo > begunDaysAgo) return [];
  const random = sequence(daysAgo * 61 + 5);
  return visits.flatMap((visit): Besides[] => {
    const chance = random.next();
    if (chance < 0.07) return [(tx) => record({ tx, actor, now }, visit, "own-cup")];
    if (chance < 0.085) return [(tx) => record({ tx, actor, now }, visit, "tasting")];
    const [type, answer] =
      chance < 0.1 ? ["review", `https://maps.example/review/${daysAgo}`] : ["follow", `@regular${daysAgo}`];
    return chance < 0.108 ? [(tx) => report({ tx, actor, now }, visit, type, answer)] : [];
  });
}

type Noted = Pick<ActivityInput, "type">["type"];

async function record(
  { tx, actor, now }: At,
  { externalId, member, occurredAt }: PurchaseInput,
  type: Noted,
) {
  await recordActivity.within(
    { tx, actor, now },
    { externalId: `${externalId}:${type}`, member, type, occurredAt: occurredAt.toISOString() },
  );
}

/** Told once by each member: a second time would be refused. */
async function report(at: At, { externalId, member }: PurchaseInput, type: Noted, answer: string) {
  if (!("externalId" in member)) return;
  const { tx, actor, now } = at;
  const { merchantId } = actor;
  await tx.flush();
  const [found] = await tx.sql<{ id: string; told: boolean }[]>`
    select m.id, exists (select from activity a where a.merchant_id = ${merchantId} and a.member_id = m.id
      and a.type = ${type}) as told
    from member m where m.merchant_id = ${merchantId} and m.external_id = ${member.externalId} and m.status = 'active'`;
  if (!found || found.told) return;
  const self: Actor = { kind: "member", merchantId, memberId: found.id, transport: "web" };
  await reportActivity.within({ tx, actor: self, now }, { externalId, type, answer });
}

/** What was told of on the card is looked at two days later. */
export async function decideWaiting({ tx, actor, now }: At): Promise<void> {
  const { merchantId } = actor;
  const before = new Date(now.getTime() - 2 * 86_400_000).toISOString();
  await tx.flush();
  const waiting = await tx.sql<{ id: string; type: string }[]>`
    select id, type from activity
    where merchant_id = ${merchantId} and status = 'waiting' and recorded_at < ${before} order by recorded_at`;
  const desk: Actor = { kind: "system", merchantId, name: "demo", transport: "job" };
  for (const [index, { id }] of waiting.entries()) {
    const refused = index % 7 === 6;
    await decideActivity.within(
      { tx, actor: desk, now },
      { activity: id, approve: !refused, reason: refused ? "The review is about another café" : undefined },
    );
  }
}
