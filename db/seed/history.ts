import type { Database, Tx } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { recordPurchases } from "@/lib/earning/record-purchases";
import { type PurchaseInput, purchaseSchema } from "@/lib/earning/schemas";
import { addDays, localDate, startOfDay } from "@/lib/kernel/calendar";
import { enrol } from "@/lib/members/enrol";
import { spendPoints } from "@/lib/points/commands/spend-points";
import { activitiesOf, type Besides, decideWaiting } from "./activities";
import { asFarAsAllowed } from "./as-far-as-allowed";
import { menu } from "./cafe";
import type { Person } from "./people";
import { type Sequence, sequence } from "./random";
import { liveReturn } from "./returns";

const zone = "Europe/Istanbul";
const minute = 60_000;

interface Day {
  database: Database;
  actor: Actor;
  everybody: readonly Person[];
  /** E-mail address of the regular whose card is shown. */
  shown: string;
  daysAgo: number;
  /** The instant the seeding runs at: nothing happens after it. */
  now: Date;
}

/**
 * One day of the café: who joined, who came, what they had, what they took for points. A day that is past is recorded when the
 * café closes, all at once; on the present one each visit when it happened, as the till shows its times.
 */
export async function liveDay({ database, actor, everybody, shown, daysAgo, now }: Day): Promise<void> {
  const date = addDays(localDate(now, zone), -daysAgo);
  const start = startOfDay(date, zone);
  const random = sequence(daysAgo * 977 + 13);
  const visits = everybody.flatMap((person) => visitOf(person, random, { daysAgo, date, start, now }));
  visits.sort((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime());
  const closing = new Date(Math.min(now.getTime(), start.getTime() + 21 * 60 * minute));
  const joining = everybody.filter((one) => one.from === daysAgo);
  await asFarAsAllowed(database, joining, async (tx, people) => {
    for (const { name, email, phone, birthday, externalId } of people) {
      await enrol({ tx, actor, now: start }, { name, email, phone, birthday, externalId }, { via: "staff" });
    }
  });
  const record = (some: PurchaseInput[], at: Date) =>
    asFarAsAllowed(database, some, (tx, ones) => recordPurchases({ tx, actor, now: at }, ones));
  if (daysAgo > 0) await record(visits, closing);
  else for (const visit of visits) await record([visit], visit.occurredAt);
  const day = { actor, now: closing, daysAgo };
  const besides: Besides[] = [
    ...visits.filter(() => random.next() < 0.1).map((visit) => (tx: Tx) => spend({ tx, ...day }, visit)),
    ...activitiesOf(visits, day),
    (tx) => decideWaiting({ tx, ...day }),
    (tx) => liveReturn({ tx, ...day }, shown),
  ];
  await asFarAsAllowed(database, besides, async (tx, some) => {
    for (const one of some) await one(tx);
  });
}

function visitOf(
  person: Person,
  random: Sequence,
  { daysAgo, date, start, now }: { daysAgo: number; date: string; start: Date; now: Date },
): PurchaseInput[] {
  const chance = random.next();
  if (daysAgo > person.from || daysAgo < person.until) return [];
  const busy = [0.9, 0.8, 1.5, 0.95, 1.1, 1.35, 1.2][new Date(`${date}T12:00:00Z`).getUTCDay()] ?? 1;
  if (daysAgo !== person.from && chance > busy / person.every) return [];
  const opened = person.earlyBird
    ? random.between(7 * 60 + 30, 9 * 60 + 50)
    : random.between(9 * 60, 20 * 60 + 30);
  const occurredAt = new Date(start.getTime() + opened * minute);
  if (occurredAt > now) return [];
  const first = random.next() < 0.65 ? menu[person.usual] : random.weighted(menu, (item) => item.share);
  const items = [first ?? menu[0]];
  if (random.next() < 0.45) items.push(random.weighted(menu, (item) => item.share));
  const lines = items.map(({ sku, name, productType, price }) => ({
    productType,
    sku,
    name,
    quantity: 1,
    amount: price,
    tax: Math.round((price * 10) / 110),
  }));
  const externalId = `demo-${date}-${person.externalId}`;
  return [
    purchaseSchema.parse({
      externalId,
      member: { externalId: person.externalId },
      occurredAt: occurredAt.toISOString(),
      lines,
    }),
  ];
}

/** Some of those who can afford a coffee on points have one. */
async function spend(context: { tx: Tx; actor: Actor; now: Date }, visit: PurchaseInput): Promise<void> {
  if (!("externalId" in visit.member)) return;
  await context.tx.flush();
  const [member] = await context.tx.sql<{ balance: number }[]>`
    select balance from member where merchant_id = ${context.actor.merchantId} and external_id = ${visit.member.externalId}
      and status = 'active'`;
  if (!member || member.balance < 350) return;
  await spendPoints.within(context, {
    member: visit.member,
    points: 350,
    reference: "Flat white, on points",
  });
}
