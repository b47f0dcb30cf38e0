import type { Database } from "@/db/client";
import { isSecretMail } from "./domain/mail-kinds";
import { isPermanentRefusal, type MailTransport } from "./mail-transport";

interface Delivery {
  merchantId: number;
  id: string;
  now: Date;
  /** Whether the queue will not try again after this. */
  final: boolean;
}

interface QueuedMail {
  id: string;
  kind: string;
  recipient: string;
  subject: string;
  text: string;
  html: string;
  unsubscribeUrl: string | null;
  shop: string;
}

/**
 * Delivers one mail of the outbox: at least once, and once unless the process dies between the server's yes and our
 * commit. The row's lock is held while sending, so that a second worker passes over it. Throws when the queue should try
 * again later.
 */
export async function deliverMail(
  database: Database,
  transport: MailTransport,
  delivery: Delivery,
): Promise<void> {
  const { merchantId, id, now, final } = delivery;
  const failure = await database.transaction(async (tx) => {
    const [mail] = await tx.sql<QueuedMail[]>`
      select o.id, o.kind, o.recipient, o.subject, o.text, o.html, o.unsubscribe_url as "unsubscribeUrl", m.name as shop
      from outbox o join merchant m on m.id = o.merchant_id
      where o.merchant_id = ${merchantId} and o.id = ${id} and o.status = 'queued'
      for update of o skip locked`;
    if (!mail) return null;
    const error = await attempt(transport, mail);
    const status = !error ? "sent" : final || isPermanentRefusal(error) ? "failed" : "queued";
    // A link that signs somebody in has no business in our tables once it is on its way, or never will be.
    const forget = status !== "queued" && isSecretMail(mail.kind);
    await tx.sql`
      update outbox set status = ${status}, attempts = attempts + 1, last_error = ${error?.message.slice(0, 500) ?? null},
        sent_at = ${status === "sent" ? now.toISOString() : null},
        text = case when ${forget} then '' else text end, html = case when ${forget} then '' else html end
      where merchant_id = ${merchantId} and id = ${id}`;
    return status === "queued" ? error : null;
  });
  if (failure) throw failure;
}

async function attempt(transport: MailTransport, mail: QueuedMail): Promise<Error | null> {
  const { id, recipient, shop, subject, text, html, unsubscribeUrl } = mail;
  try {
    await transport.send({ id, fromName: shop, to: recipient, subject, text, html, unsubscribeUrl });
    return null;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Mail that was queued while there was a server for it, and there is none any more: the owner reads it in the app. */
export async function keepMail(
  database: Database,
  { merchantId, id }: Pick<Delivery, "merchantId" | "id">,
): Promise<void> {
  await database.sql`
    update outbox set status = 'kept' where merchant_id = ${merchantId} and id = ${id} and status = 'queued'`;
}
