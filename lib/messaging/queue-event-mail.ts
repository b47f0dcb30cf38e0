import type { Tx } from "@/db/client";
import { shopById } from "@/lib/access/shop";
import { publishedProgram } from "@/lib/program/published-program";
import { composeEventMail, type EventNews, type MailedEvent } from "./compose-event-mail";
import { mailMayGoAt } from "./domain/quiet-hours";
import { type MailedMember, queueMemberMail } from "./queue-member-mail";
import { mailSecret } from "./unsubscribe-token";

interface EventMails {
  merchantId: number;
  news: EventNews;
  event: MailedEvent;
  /** Whom it is told, and the points that it cost or gave back. */
  to: readonly { memberId: string; points: number }[];
  now: Date;
}

/** Tells members what became of their place, unless they want no such mail. In quiet hours it waits, but not past the beginning. */
export async function queueEventMail(
  tx: Tx,
  { merchantId, news, event, to, now }: EventMails,
): Promise<void> {
  if (to.length === 0) return;
  const members = await tx.sql<MailedMember[]>`
    select m.id, m.email, m.locale from member m
    where m.merchant_id = ${merchantId} and m.id = any(${to.map((one) => one.memberId)}::uuid[])
      and m.status = 'active' and m.email is not null
      and not exists (select 1 from mail_preference p
        where p.merchant_id = ${merchantId} and p.member_id = m.id and p.kind = 'event' and not p.wanted)
    order by m.id`;
  if (members.length === 0) return;
  const [shop, program, secret] = await Promise.all([
    shopById(tx, merchantId),
    publishedProgram(tx, merchantId, now),
    mailSecret(tx, merchantId),
  ]);
  const morning = mailMayGoAt(now, program?.mail.quietHours ?? null, shop.timezone);
  const sendAt = morning < event.startsAt ? morning : now;
  const pointsOf = new Map(to.map(({ memberId, points }) => [memberId, points]));
  for (const member of members) {
    await queueMemberMail(tx, {
      shop,
      member,
      kind: news,
      about: "event",
      secret,
      now,
      sendAt,
      compose: (reader) =>
        composeEventMail({ shop, news, event, points: pointsOf.get(member.id) ?? 0, ...reader }),
    });
  }
}
