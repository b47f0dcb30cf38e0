import type { Tx } from "@/db/client";
import type { AuditedAction } from "@/lib/kernel/audited-actions";
import { uuidv7 } from "@/lib/kernel/ids";
import { type Actor, actorName } from "./actor";

export interface AuditFacts {
  action: AuditedAction;
  /** What it was done to: `member:<id>`, `rules`, ... */
  subject?: string;
  before?: unknown;
  after?: unknown;
}

/** One row of the audit log, as `post_ledger` and `audit` write it. */
export const auditRow = (actor: Actor, now: Date, facts: AuditFacts) => ({
  id: uuidv7(),
  at: now.toISOString(),
  actor: actorName(actor),
  action: facts.action,
  subject: facts.subject ?? null,
  transport: actor.transport,
  address: actor.address ?? null,
  before: facts.before ?? null,
  after: facts.after ?? null,
});

/** Writes the audit row of a command that moves no points, in the command's own transaction. */
export function audit(tx: Tx, actor: Actor, now: Date, facts: AuditFacts): void {
  const row = auditRow(actor, now, facts);
  tx.last(tx.sql`
    insert into audit_event (merchant_id, id, at, actor, action, subject, transport, address, before, after)
    values (${actor.merchantId}, ${row.id}, ${row.at}, ${row.actor}, ${row.action}, ${row.subject}, ${row.transport},
      ${row.address}, ${json(row.before)}::text::jsonb, ${json(row.after)}::text::jsonb)`);
}

const json = (value: unknown) => (value === null ? null : JSON.stringify(value));
