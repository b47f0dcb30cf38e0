import type { Database } from "@/db/client";
import type { Locale } from "@/lib/kernel/i18n/locale";
import { explainEntries, type HistoryEntry } from "./explained-history";
import { type GiftParty, giftParties } from "./gift-parties";
import type { LedgerLine } from "./queries/get-ledger";

export interface StoryEntry extends HistoryEntry {
  /** What it takes back, gives back or lets arrive: that entry's own points, and when it was. */
  reverses: { seq: number; points: number; at: string } | null;
  /** Of an award: when the last of its points may be spent, and when the first of them expire. */
  lots: { availableAt: string; expiresAt: string | null } | null;
  /** When the rules were published by which it was decided. */
  rulesOf: string | null;
  /** Of a gift: who is on its other side. */
  gift: GiftParty | null;
}

interface Reversed {
  seq: number;
  points: number;
  at: string;
}

/** A customer's entries with all that their story needs: what they point at, how long they are good for, by which rules. */
export async function tellStory(
  database: Database,
  { merchantId, memberId }: { merchantId: number; memberId: string },
  lines: readonly LedgerLine[],
  locale: Locale,
): Promise<StoryEntry[]> {
  const { sql } = database;
  const seqs = lines.map((line) => line.seq);
  const origins = await releasedFrom(database, { merchantId, memberId }, lines);
  const pointsAt = (line: Pick<LedgerLine, "seq" | "reversesSeq">) =>
    line.reversesSeq ?? origins.get(line.seq);
  const reversed = lines.flatMap((line) => pointsAt(line) ?? []);
  const gifts = lines.flatMap((line) => line.giftId ?? []);
  const versions = lines.flatMap((line) => line.purchase?.programVersion ?? []);
  const [entries, targets, lots, published, parties] = await Promise.all([
    explainEntries(database, merchantId, lines, locale),
    reversed.length === 0
      ? []
      : sql<Reversed[]>`
          select seq, points + pending as points, occurred_at as at from ledger_entry
          where merchant_id = ${merchantId} and member_id = ${memberId} and seq = any(${reversed}::int[])`,
    sql<{ seq: number; availableAt: string; expiresAt: string | null }[]>`
      select entry_seq as seq, max(available_at) as "availableAt", min(expires_at) as "expiresAt" from lot
      where merchant_id = ${merchantId} and member_id = ${memberId} and entry_seq = any(${seqs}::int[]) group by 1`,
    versions.length === 0
      ? []
      : sql<{ version: number; at: string }[]>`
          select version, published_at as at from program_version
          where merchant_id = ${merchantId} and version = any(${versions}::int[])`,
    giftParties(database, { merchantId, memberId }, gifts),
  ]);
  const iso = (instant: string) => new Date(instant).toISOString();
  return entries.map((entry) => {
    const target = targets.find((one) => one.seq === pointsAt(entry));
    const lot = lots.find((one) => one.seq === entry.seq);
    const rules = published.find((one) => one.version === entry.purchase?.version);
    return {
      ...entry,
      reverses: target ? { ...target, at: iso(target.at) } : null,
      lots: lot
        ? { availableAt: iso(lot.availableAt), expiresAt: lot.expiresAt === null ? null : iso(lot.expiresAt) }
        : null,
      rulesOf: rules ? iso(rules.at) : null,
      gift: (entry.giftId !== null && parties.get(entry.giftId)) || null,
    };
  });
}

/** Points that were held name their purchase, and not the entry that earned them: which that is, by their own number. */
async function releasedFrom(
  { sql }: Database,
  { merchantId, memberId }: { merchantId: number; memberId: string },
  lines: readonly LedgerLine[],
): Promise<Map<number, number>> {
  const released = lines.filter((line) => line.kind === "release" && line.purchase !== null);
  if (released.length === 0) return new Map();
  const ids = released.flatMap((line) => line.purchase?.id ?? []);
  const rows = await sql<{ id: string; entrySeq: number }[]>`
    select id, entry_seq as "entrySeq" from purchase
    where merchant_id = ${merchantId} and member_id = ${memberId} and id = any(${ids}::uuid[]) and entry_seq is not null`;
  const seqs = new Map(rows.map(({ id, entrySeq }) => [id, entrySeq]));
  return new Map(
    released.flatMap((line) => {
      const seq = seqs.get(line.purchase?.id ?? "");
      return seq === undefined ? [] : [[line.seq, seq] as const];
    }),
  );
}
