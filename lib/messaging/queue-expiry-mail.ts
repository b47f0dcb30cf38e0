import type { Tx } from "@/db/client";
import type { Shop } from "@/lib/access/shop";
import { env } from "@/lib/kernel/env";
import { isLocale } from "@/lib/kernel/i18n/locale";
import type { Program } from "@/lib/program/schemas";
import { composeExpiryMail } from "./compose-expiry-mail";
import type { DueWarning } from "./domain/due-warnings";
import type { MemberLosing } from "./members-losing";
import { queueMail } from "./queue-mail";
import { unsubscribeToken } from "./unsubscribe-token";

interface Warning {
  shop: Shop;
  program: Program;
  member: Pick<MemberLosing, "id" | "email" | "locale">;
  told: readonly DueWarning[];
  mailId: string;
  /** Signs the way out. */
  secret: string;
  now: Date;
  sendAt: Date;
}

/** Queues what one member is told, in their language, with the way out of it. */
export async function queueExpiryMail(tx: Tx, warning: Warning): Promise<void> {
  const { shop, program, member, told, mailId, secret, now, sendAt } = warning;
  const origin = env().NEXTAUTH_URL;
  const token = unsubscribeToken(secret, {
    merchantId: shop.id,
    memberId: member.id,
    kind: "expiry",
  });
  const rendered = composeExpiryMail({
    shop,
    pointValue: program.pointValue,
    locale: isLocale(member.locale) ? member.locale : shop.locale,
    losing: told,
    cardUrl: `${origin}/c/${shop.slug}`,
    leaveUrl: `${origin}/unsubscribe/${token}`,
  });
  await queueMail(
    tx,
    {
      ...rendered,
      id: mailId,
      merchantId: shop.id,
      kind: "expiry",
      to: member.email,
      unsubscribeUrl: `${origin}/api/mail/unsubscribe/${token}`,
      sendAfter: sendAt > now ? sendAt : undefined,
    },
    now,
  );
}

/** Notes what a member was told, so that they are told once. */
export async function noteWarnings(
  { sql }: Tx,
  {
    merchantId,
    memberId,
    mailId,
    told,
  }: { merchantId: number; memberId: string; mailId: string; told: readonly DueWarning[] },
): Promise<void> {
  await sql`
    insert into sent_warning (merchant_id, member_id, about, last_day, days_before, mail_id)
    select ${merchantId}, ${memberId}, 'points', w.day::date, w.step, ${mailId}
    from unnest(${told.map((one) => one.lastDay)}::text[], ${told.map((one) => one.daysBefore)}::int[]) as w (day, step)
    on conflict do nothing`;
}
