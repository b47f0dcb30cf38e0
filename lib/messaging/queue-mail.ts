import type { Tx } from "@/db/client";
import { env } from "@/lib/kernel/env";
import { uuidv7 } from "@/lib/kernel/ids";
import type { MailKind } from "./domain/mail-kinds";
import type { RenderedMail } from "./domain/render-mail";

export interface Mail extends RenderedMail {
  merchantId: number;
  kind: MailKind;
  to: string;
  id?: string;
  /** Ends mail of this kind with one POST. */
  unsubscribeUrl?: string;
  /** Not before then. */
  sendAfter?: Date;
}

/** Tries before a mail is given up, with the queue's growing pauses: about eight hours. */
export const deliveryAttempts = 11;

/**
 * Puts a mail into the outbox, and its delivery into the job queue, in the transaction of whatever caused it: either both
 * happen or neither. Without SMTP_URL it stays in the outbox, where the owner reads it.
 */
export async function queueMail(tx: Tx, mail: Mail, now: Date): Promise<{ id: string }> {
  const id = mail.id ?? uuidv7();
  const queued = env().SMTP_URL !== undefined;
  await tx.sql`
    insert into outbox (merchant_id, id, kind, recipient, subject, text, html, status, unsubscribe_url, send_after, created_at)
    values (${mail.merchantId}, ${id}, ${mail.kind}, ${mail.to}, ${mail.subject}, ${mail.text}, ${mail.html},
      ${queued ? "queued" : "kept"}, ${mail.unsubscribeUrl ?? null}, ${mail.sendAfter?.toISOString() ?? null}, ${now.toISOString()})`;
  if (queued) await queueDelivery(tx, { merchantId: mail.merchantId, id }, mail.sendAfter);
  return { id };
}

/** Has a mail of the outbox delivered after commit. False without SMTP_URL: there is nowhere to bring it. */
export async function queueDelivery(
  tx: Tx,
  mail: { merchantId: number; id: string },
  sendAfter?: Date | null,
): Promise<boolean> {
  if (env().SMTP_URL === undefined) return false;
  await tx.sql`
    select graphile_worker.add_job('deliver-mail', ${JSON.stringify(mail)}::text::json,
      max_attempts => ${deliveryAttempts}::int, job_key => ${`mail:${mail.id}`},
      run_at => ${sendAfter?.toISOString() ?? null}::timestamptz)`;
  return true;
}
