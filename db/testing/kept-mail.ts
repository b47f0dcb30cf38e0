import type { Database } from "@/db/client";

/** The newest mail to somebody, and the secret at the end of its link. */
export async function lastMail(
  database: Database,
  merchantId: number,
  to: string,
): Promise<{ kind: string; subject: string; text: string; secret: string } | null> {
  const [mail] = await database.sql<{ kind: string; subject: string; text: string }[]>`
    select kind, subject, text from outbox where merchant_id = ${merchantId} and recipient = ${to} order by id desc limit 1`;
  if (!mail) return null;
  return { ...mail, secret: /\/([A-Za-z0-9_-]{43})$/m.exec(mail.text)?.[1] ?? "" };
}
