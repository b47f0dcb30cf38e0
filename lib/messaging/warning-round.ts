import { z } from "zod";
import type { Tx } from "@/db/client";
import { type Shop, shopById } from "@/lib/access/shop";
import { addDays, localDate, startOfDay } from "@/lib/kernel/calendar";
import { id } from "@/lib/kernel/fields";
import { publishedProgram } from "@/lib/program/published-program";
import type { Program } from "@/lib/program/schemas";
import { type SweepWork, sweptOn } from "./daily-sweep";
import { farthestAhead } from "./domain/due-warnings";
import { mailMayGoAt } from "./domain/quiet-hours";

export interface Warned {
  /** Mails queued. */
  warned: number;
  /** Where to go on; null at the end. */
  after: string | null;
}

export const warningRoundSchema = z.strictObject({
  after: id().optional(),
  hourly: z.boolean().default(false),
  limit: z.int().min(1).max(2000).default(300),
});

export interface WarningRound {
  shop: Shop;
  program: Program;
  /** Days before, as the program has them; at least one. */
  days: readonly number[];
  sendAt: Date;
  /** The local day on which the mail is read: written at 23:00 and sent at 9:00, it is about tomorrow. */
  today: string;
  /** What is lost after this instant is nothing to tell yet. */
  until: Date;
}

/** What a round of warnings goes by; null when the program tells nobody, or when this day's round has been made. */
export async function warningRound(
  tx: Tx,
  work: SweepWork,
  { merchantId, now }: { merchantId: number; now: Date },
  { hourly, after }: z.output<typeof warningRoundSchema>,
): Promise<WarningRound | null> {
  const [shop, program] = await Promise.all([
    shopById(tx, merchantId),
    publishedProgram(tx, merchantId, now),
  ]);
  const days = program?.warnings.days ?? [];
  if (!program || days.length === 0) return null;
  const sendAt = mailMayGoAt(now, program.mail.quietHours, shop.timezone);
  const today = localDate(sendAt, shop.timezone);
  if (hourly && !after && (await sweptOn(tx, merchantId, work)) >= today) return null;
  const until = startOfDay(addDays(today, farthestAhead(days) + 1), shop.timezone);
  return { shop, program, days, sendAt, today, until };
}
