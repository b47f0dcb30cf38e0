import type { JobHelpers } from "graphile-worker";
import { z } from "zod";
import { database } from "@/db/connection";
import { systemNow } from "@/lib/kernel/clock";
import { env } from "@/lib/kernel/env";
import { deliverMail, keepMail } from "@/lib/messaging/deliver-mail";
import { type MailTransport, smtpTransport } from "@/lib/messaging/mail-transport";

const payloadSchema = z.object({ merchantId: z.int(), id: z.uuid() });

let transport: MailTransport | undefined;

/** Delivers one mail of the outbox; throws while the queue should try again. */
export async function deliverMailJob(payload: unknown, { job }: Pick<JobHelpers, "job">): Promise<void> {
  const mail = payloadSchema.parse(payload);
  const { SMTP_URL, NEXTAUTH_URL } = env();
  if (!SMTP_URL) return keepMail(database(), mail);
  transport ??= smtpTransport(SMTP_URL, NEXTAUTH_URL);
  const final = job.attempts >= job.max_attempts;
  await deliverMail(database(), transport, { ...mail, now: systemNow(), final });
}
