import { z } from "zod";
import { actorName } from "@/lib/access/actor";
import { defineCommand } from "@/lib/access/define-command";
import { loadFacts } from "../facts";
import { settleInto } from "../lock-members";
import { LedgerBatch } from "../posting";

/**
 * Expires and releases what is due for up to `limit` members, in one short transaction. Members that somebody else holds
 * are left for the next round. Stopped in the middle, it goes on where it was: what is settled is no longer due.
 */
export const settleDue = defineCommand({
  name: "points.settle-due",
  permission: "points.run-due",
  input: z.strictObject({ limit: z.int().min(1).max(5000).default(500) }),
  async run({ actor, input, now, tx }) {
    const { merchantId } = actor;
    const due = await tx.sql<{ id: string }[]>`
      select id from member where merchant_id = ${merchantId} and next_due_at <= ${now.toISOString()}
      order by next_due_at limit ${input.limit} for update skip locked`;
    if (due.length === 0) return { members: 0, released: 0, expired: 0 };
    const requests = due.map(({ id }) => ({ by: "id" as const, value: id, at: now, lots: true }));
    const facts = await loadFacts(tx, { merchantId, now, lock: true, requests });
    const batch = new LedgerBatch({
      merchantId,
      zone: facts.merchant.timezone,
      now,
      actor: actorName(actor),
    });
    let released = 0;
    let expired = 0;
    for (const { member } of facts.requests) {
      if (!member) continue;
      const before = { balance: member.balance, pending: member.pending };
      settleInto(batch, member, now);
      const freed = before.pending - member.pending;
      released += freed;
      expired += before.balance + freed - member.balance;
    }
    if (!batch.isEmpty) tx.last(batch.statement(tx));
    return { members: due.length, released, expired };
  },
});
