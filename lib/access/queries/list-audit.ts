import { z } from "zod";
import { addDays, startOfDay } from "@/lib/kernel/calendar";
import { day, id, text } from "@/lib/kernel/fields";
import { firstIdAt } from "@/lib/kernel/ids";
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
    /** `staff:<account>`, or only `member` for all customers. */
    actor: text(120).optional(),
    /** `member:<id>`, or only `member`. */
    subject: text(120).optional(),
    /** Local days, both included. */
    from: day().optional(),
    to: day().optional(),
    limit: z.int().min(1).max(1000).default(50),
  }),
  async run({ actor, input, database }) {
    const { sql } = database;
    const { merchantId } = actor;
    const [shop] = await sql<{ timezone: string }[]>`select timezone from merchant where id = ${merchantId}`;
    const zone = shop?.timezone ?? "UTC";
    // Ids sort by time: days are bounds of the same index that pages go by.
    const after = input.from ? firstIdAt(startOfDay(input.from, zone)) : null;
    const until = input.to ? firstIdAt(startOfDay(addDays(input.to, 1), zone)) : null;
    const before = until && (!input.before || until < input.before) ? until : (input.before ?? null);
    const pageSize = input.limit;
    const subject = input.subject ?? null;
    const who = input.actor ?? null;
    const [rows, [edge]] = await Promise.all([
      sql<Omit<AuditEntry, "actorName" | "subjectName">[]>`
        select e.id, e.at, e.actor, e.action, e.subject, e.transport, e.address, e.before, e.after from (
          select * from audit_event where merchant_id = ${merchantId} and (${before}::uuid is null or id < ${before})
            and (${after}::uuid is null or id >= ${after})
          order by id desc limit ${reach}) e
        where (${input.action ?? null}::text is null or e.action = ${input.action ?? null} or e.action like ${`${input.action ?? ""}.%`})
          and (${who}::text is null or e.actor = ${who} or e.actor like ${under(who)})
          and (${subject}::text is null or e.subject = ${subject} or e.subject like ${under(subject)})
        order by e.id desc limit ${pageSize + 1}`,
      sql<{ id: string; at: string }[]>`
        select id, at from audit_event where merchant_id = ${merchantId} and (${before}::uuid is null or id < ${before})
          and (${after}::uuid is null or id >= ${after})
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

/** What begins with it and goes on behind a colon. */
const under = (name: string | null): string => `${(name ?? "").replace(/[\\%_]/g, "\\$&")}:%`;

/** A purchase is told by whose it is. */
function buyer(after: unknown): string | null {
  const member = typeof after === "object" && after !== null && "member" in after ? after.member : null;
  return typeof member === "string" ? `member:${member}` : null;
}
