import { z } from "zod";
import { id, text } from "@/lib/kernel/fields";
import { actorNames } from "../actor-names";
import { defineQuery } from "../define-query";

export interface AuditEntry {
  id: string;
  at: string;
  actor: string;
  /** The name behind `actor`; null when nobody of this shop is called that. */
  actorName: string | null;
  action: string;
  subject: string | null;
  subjectName: string | null;
  transport: string;
  address: string | null;
  before: unknown;
  after: unknown;
}

const pageSize = 50;
/** Entries looked through for one page: a filter that matches seldom must not read a shop's whole history. */
const reach = 20_000;

/**
 * Who did what, newest first; `before` is where the last page ended. A page may be short, or empty, and still have a
 * `next`: then that is how far it has looked, and `looked` the day it came to.
 */
export const listAudit = defineQuery({
  name: "audit.list",
  permission: "audit.read",
  input: z.strictObject({
    before: id().optional(),
    action: text(60).optional(),
    actor: text(120).optional(),
  }),
  async run({ actor, input, database }) {
    const { sql } = database;
    const { merchantId } = actor;
    const before = input.before ?? null;
    const [rows, [edge]] = await Promise.all([
      sql<Omit<AuditEntry, "actorName" | "subjectName">[]>`
        select e.id, e.at, e.actor, e.action, e.subject, e.transport, e.address, e.before, e.after from (
          select * from audit_event where merchant_id = ${merchantId} and (${before}::uuid is null or id < ${before})
          order by id desc limit ${reach}) e
        where (${input.action ?? null}::text is null or e.action = ${input.action ?? null} or e.action like ${`${input.action ?? ""}.%`})
          and (${input.actor ?? null}::text is null or e.actor = ${input.actor ?? null})
        order by e.id desc limit ${pageSize + 1}`,
      sql<{ id: string; at: string }[]>`
        select id, at from audit_event where merchant_id = ${merchantId} and (${before}::uuid is null or id < ${before})
        order by id desc offset ${reach - 1} limit 1`,
    ]);
    const shown = rows.slice(0, pageSize);
    const names = await actorNames(
      sql,
      merchantId,
      shown.flatMap((row) => [row.actor, row.subject, buyer(row.after)]),
    );
    const more = rows.length > pageSize ? shown.at(-1) : edge;
    return {
      entries: shown.map(
        (row): AuditEntry => ({
          ...row,
          at: new Date(row.at).toISOString(),
          actorName: names[row.actor] ?? null,
          subjectName: names[row.subject ?? ""] ?? names[buyer(row.after) ?? ""] ?? null,
        }),
      ),
      next: more?.id ?? null,
      looked: more && rows.length <= pageSize ? new Date(more.at).toISOString() : null,
    };
  },
});

/** A purchase is told by whose it is. */
function buyer(after: unknown): string | null {
  const member = typeof after === "object" && after !== null && "member" in after ? after.member : null;
  return typeof member === "string" ? `member:${member}` : null;
}
