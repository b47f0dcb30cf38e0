import type { Tx } from "@/db/client";
import { type Actor, actorName } from "@/lib/access/actor";
import { audit } from "@/lib/access/audit";
import { fieldProblem } from "@/lib/kernel/problems";
import { followTiers } from "@/lib/tiers/follow-tiers";
import type { Program } from "./schemas";

/** The first program of a shop is also the one that purchases from before it are judged by. */
const sinceEver = new Date(0);

/** Who publishes the program that a new shop begins with: lib/merchants/create-merchant.ts. */
const starterPublisher = "system:setup";

interface Publication {
  content: Program;
  note?: string;
  /** Since when it is in force; absent: from now on. Not before the version that it follows, nor in the future. */
  from?: Date;
}

/**
 * Adds a version, in force from `now` on, and removes the draft. The first that somebody chose is in force since ever: the
 * one that a new shop begins with was chosen by nobody, and as long as nothing was recorded under it, it gives way. The
 * caller holds the merchant's program lock.
 */
export async function publish(
  { tx, actor, now }: { tx: Tx; actor: Actor; now: Date },
  { content, note, from: wanted }: Publication,
): Promise<{ version: number }> {
  const { merchantId } = actor;
  const current = await lockLatest(tx, merchantId);
  const version = (current?.version ?? 0) + 1;
  // Versions are chosen by when they came into force: one that is still to come would take over from those published meanwhile.
  if (wanted && wanted > now) throw fieldProblem("from", "in_future");
  if (current && wanted && wanted < current.effectiveFrom) throw fieldProblem("from", "program.from_before");
  const from = (wanted ?? (await effectiveFrom(tx, merchantId, current, now))).toISOString();
  const budgetRules = content.earning.rules
    .filter((rule) => rule.budget !== undefined)
    .map((rule) => rule.key)
    .sort();
  await tx.sql`
    insert into program_version (merchant_id, version, content, budget_rules, effective_from, published_at, published_by, note)
    values (${merchantId}, ${version}, ${JSON.stringify(content)}::text::jsonb, ${budgetRules}, ${from},
      ${now.toISOString()}, ${actorName(actor)}, ${note ?? null})`;
  for (const rule of budgetRules) {
    await tx.sql`insert into budget_use (merchant_id, rule, used) values (${merchantId}, ${rule}, 0) on conflict do nothing`;
  }
  await addTotals(tx, merchantId, content);
  await followTiers({ tx, merchantId, version, content, before: current?.content });
  await tx.sql`delete from program_draft where merchant_id = ${merchantId}`;
  audit(tx, actor, now, {
    action: "program.publish",
    subject: `program:${version}`,
    before: current && { version: current.version },
    after: { version, note, content },
  });
  return { version };
}

/** A posting counts up what is there: a reward with a stock, or that gives to a cause, has its row before anybody takes it. */
async function addTotals(tx: Tx, merchantId: number, { rewards }: Program): Promise<void> {
  const counted = rewards.filter(({ stock, gives }) => stock !== undefined || gives.kind === "donation");
  for (const { key } of counted) {
    await tx.sql`insert into reward_total (merchant_id, reward) values (${merchantId}, ${key}) on conflict do nothing`;
  }
}

async function effectiveFrom(
  tx: Tx,
  merchantId: number,
  current: LatestVersion | undefined,
  now: Date,
): Promise<Date> {
  if (!current) return sinceEver;
  if (current.version > 1 || current.publishedBy !== starterPublisher) return now;
  const [row] = await tx.sql<{ used: boolean }[]>`
    select exists (select from purchase where merchant_id = ${merchantId} and status = 'recorded') as used`;
  return row?.used ? now : sinceEver;
}

export interface LatestVersion {
  version: number;
  content: Program;
  effectiveFrom: Date;
  publishedBy: string;
}

/** The newest version, with every other publisher and draft writer of this merchant held back until commit. */
export async function lockLatest(tx: Tx, merchantId: number): Promise<LatestVersion | undefined> {
  await tx.sql`select id from merchant where id = ${merchantId} for no key update`;
  const [row] = await tx.sql<(Omit<LatestVersion, "effectiveFrom"> & { effectiveFrom: string })[]>`
    select version, content, effective_from as "effectiveFrom", published_by as "publishedBy" from program_version
    where merchant_id = ${merchantId} order by version desc limit 1`;
  return row && { ...row, effectiveFrom: new Date(row.effectiveFrom) };
}
