import type { Tx } from "@/db/client";
import type { DueWarning, Lasting } from "./domain/due-warnings";

export type WarnedAbout = "points" | "tier";

interface Told {
  merchantId: number;
  memberId: string;
  about: WarnedAbout;
  mailId: string;
  told: readonly DueWarning<Lasting>[];
}

/** Notes what a member was told, so that they are told once. */
export async function noteWarnings(
  { sql }: Tx,
  { merchantId, memberId, about, mailId, told }: Told,
): Promise<void> {
  await sql`
    insert into sent_warning (merchant_id, member_id, about, last_day, days_before, mail_id)
    select ${merchantId}, ${memberId}, ${about}, w.day::date, w.step, ${mailId}
    from unnest(${told.map((one) => one.lastDay)}::text[], ${told.map((one) => one.daysBefore)}::int[]) as w (day, step)
    on conflict do nothing`;
}
