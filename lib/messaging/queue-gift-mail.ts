import type { Tx } from "@/db/client";
import { shopById } from "@/lib/access/shop";
import { localDate } from "@/lib/kernel/calendar";
import type { Program } from "@/lib/program/schemas";
import { composeGiftMail } from "./compose-gift-mail";
import { mailMayGoAt } from "./domain/quiet-hours";
import { type MailedMember, queueMemberMail } from "./queue-member-mail";
import { mailSecret } from "./unsubscribe-token";

interface GiftOffered {
  merchantId: number;
  program: Program;
  /** Who may accept it; locked by the caller, so that two gifts at once are one mail. */
  memberId: string;
  points: number;
  expiresAt: Date;
  now: Date;
}

const day = 86_400_000;

/**
 * Tells a member that points wait for them, unless they want no such mail or had one within a day: what waits is on their
 * card, and somebody who gives one point fifty times should not fill their letter box.
 */
export async function queueGiftMail(tx: Tx, gift: GiftOffered): Promise<void> {
  const { merchantId, program, memberId, points, expiresAt, now } = gift;
  const [member] = await tx.sql<MailedMember[]>`
    select m.id, m.email, m.locale from member m
    where m.merchant_id = ${merchantId} and m.id = ${memberId} and m.status = 'active' and m.email is not null
      and not exists (select 1 from mail_preference p
        where p.merchant_id = ${merchantId} and p.member_id = m.id and p.kind = 'gift' and not p.wanted)
      and not exists (select 1 from outbox o
        where o.merchant_id = ${merchantId} and o.recipient = m.email and o.kind = 'gift'
          and o.created_at > ${new Date(now.getTime() - day).toISOString()})`;
  if (!member) return;
  const shop = await shopById(tx, merchantId);
  const sendAt = mailMayGoAt(now, program.mail.quietHours, shop.timezone);
  // Read at nine in the morning, it should still be true.
  if (sendAt >= expiresAt) return;
  const lastDay = localDate(new Date(expiresAt.getTime() - 1), shop.timezone);
  await queueMemberMail(tx, {
    shop,
    member,
    kind: "gift",
    about: "gift",
    secret: await mailSecret(tx, merchantId),
    now,
    sendAt,
    compose: ({ cardUrl, ...reader }) =>
      composeGiftMail({ shop, points, lastDay, giftsUrl: `${cardUrl}/gifts`, ...reader }),
  });
}
