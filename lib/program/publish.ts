import type { Tx } from "@/db/client";
import { type Actor, actorName } from "@/lib/access/actor";
import { audit } from "@/lib/access/audit";
import type { Program } from "./schemas";

/** The first program of a shop is also the one that purchases from before it are judged by. */
const sinceEver = new Date(0);

interface Publication {
  content: Program;
  note?: string;
}

/**
 * Adds a version, in force from `now` on (the first: since ever), and removes the draft. The caller holds the
 * merchant's program lock.
 */
export async function publish(
  { tx, actor, now }: { tx: Tx; actor: Actor; now: Date },
  { content, note }: Publication,
): Promise<{ version: number }> {
  const { merchantId } = actor;
  const current = await lockLatest(tx, merchantId);
  const version = (current?.version ?? 0) + 1;
  const from = (current ? now : sinceEver).toISOString();
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
  await tx.sql`delete from program_draft where merchant_id = ${merchantId}`;
  audit(tx, actor, now, {
    action: "program.publish",
    subject: `program:${version}`,
    before: current && { version: current.version },
    after: { version, note, content },
  });
  return { version };
}

export interface LatestVersion {
  version: number;
  content: Program;
}

/** The newest version, with every other publisher and draft writer of this merchant held back until commit. */
export async function lockLatest(tx: Tx, merchantId: number): Promise<LatestVersion | undefined> {
  await tx.sql`select id from merchant where id = ${merchantId} for no key update`;
  const [row] = await tx.sql<LatestVersion[]>`
    select version, content from program_version where merchant_id = ${merchantId} order by version desc limit 1`;
  return row;
}
