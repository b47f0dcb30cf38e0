import { z } from "zod";
import type { Sql } from "@/db/client";
import { defineQuery } from "@/lib/access/define-query";
import { env } from "@/lib/kernel/env";
import { id, text } from "@/lib/kernel/fields";
import { isSecretMail } from "../domain/mail-kinds";

interface OutboxRow {
  id: string;
  kind: string;
  recipient: string;
  subject: string;
  text: string;
  status: "queued" | "sent" | "kept" | "failed";
  attempts: number;
  lastError: string | null;
  createdAt: string;
  sentAt: string | null;
}

export interface OutboxMail extends Omit<OutboxRow, "text"> {
  /** The text part; null when it holds a link that only its reader may use. */
  text: string | null;
}

const pageSize = 50;

/** More than that are not counted. */
const mostCounted = 1000;

/**
 * The shop's mail, newest first, or that part of it which was given up; `before` is the id of the last one seen. A mail
 * with a link that signs somebody in is shown only when there is no other way for it to reach them, and only while that
 * sign-in opens nothing outside this shop: otherwise an owner could ask for another shop's door and find the key here.
 */
export const listOutbox = defineQuery({
  name: "outbox.list",
  permission: "outbox.read",
  input: z.strictObject({
    before: id().optional(),
    search: text(100).optional(),
    failed: z.boolean().default(false),
  }),
  async run({ actor, input, database }) {
    const pattern = input.search ? `%${input.search.replace(/[\\%_]/g, "\\$&")}%` : null;
    const { sql } = database;
    const { merchantId } = actor;
    const rows = await sql<OutboxRow[]>`
      select id, kind, recipient, subject, text, status, attempts, last_error as "lastError", created_at as "createdAt",
        sent_at as "sentAt"
      from outbox
      where merchant_id = ${merchantId} and (${input.before ?? null}::uuid is null or id < ${input.before ?? null})
        and (${pattern}::text is null or recipient ilike ${pattern} or subject ilike ${pattern})
        ${input.failed ? sql`and status = 'failed'` : sql``}
      order by id desc limit ${pageSize + 1}`;
    const shown = rows.slice(0, pageSize);
    const mails = shown.map(toMail);
    const [failed] = await sql<{ count: number }[]>`
      select count(*)::int as count from (
        select 1 from outbox where merchant_id = ${merchantId} and status = 'failed' limit ${mostCounted}) as given_up`;
    await hideSecrets(mails, (emails) => tiedElsewhere(sql, merchantId, emails));
    return {
      mails,
      failed: failed?.count ?? 0,
      next: rows.length > pageSize ? (shown.at(-1)?.id ?? null) : null,
    };
  },
});

const toMail = (row: OutboxRow): OutboxMail => ({
  ...row,
  createdAt: new Date(row.createdAt).toISOString(),
  sentAt: row.sentAt && new Date(row.sentAt).toISOString(),
});

async function hideSecrets(
  mails: OutboxMail[],
  tied: (emails: string[]) => Promise<Set<string>>,
): Promise<void> {
  const secret = mails.filter((mail) => isSecretMail(mail.kind));
  const open = env().SMTP_URL === undefined ? secret.filter((mail) => mail.status === "kept") : [];
  const elsewhere = open.length > 0 ? await tied(open.map((mail) => mail.recipient)) : new Set<string>();
  for (const mail of secret) {
    if (!open.includes(mail) || elsewhere.has(mail.recipient)) mail.text = null;
  }
}

/** Which of these people work for, or carry a card of, another shop. */
async function tiedElsewhere(sql: Sql, merchantId: number, emails: string[]): Promise<Set<string>> {
  const rows = await sql<{ email: string }[]>`
    select a.email from account a
    where a.email = any(${emails}::text[]) and (
      exists (select 1 from staff s where s.account_id = a.id and s.merchant_id <> ${merchantId} and s.active)
      or exists (select 1 from account_program p where p.account_id = a.id and p.merchant_id <> ${merchantId}))`;
  return new Set(rows.map((row) => row.email));
}
