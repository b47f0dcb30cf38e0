import type { Database } from "@/db/client";
import { database as ours } from "@/db/connection";
import { systemNow } from "@/lib/kernel/clock";
import { memberPoints } from "@/lib/points/member-points";
import type { Door } from "./list-doors";

export interface ProgramCard extends Door {
  merchantId: number;
  memberId: string;
  balance: number;
  pointName: { one: string; other: string } | null;
}

type CardRow = Omit<ProgramCard, "balance">;

/** The cards an account carries, by the shop's name, with their points as of now. `only`: the one program a session opens. */
export async function listPrograms(
  database: Database,
  { accountId, only = null, now }: { accountId: string; only?: number | null; now: Date },
): Promise<ProgramCard[]> {
  const rows = await database.sql<CardRow[]>`
    select m.slug, m.name, m.colour, m.point_name as "pointName", p.merchant_id as "merchantId", p.member_id as "memberId"
    from account_program p join merchant m on m.id = p.merchant_id
    where p.account_id = ${accountId} and (${only}::bigint is null or p.merchant_id = ${only})
    order by m.name, m.id limit 100`;
  const cards = await Promise.all(rows.map((row) => cardOf(database, row, { accountId, now })));
  return cards.filter((card) => card !== null);
}

/** One shop at a time: no statement crosses merchants. Null when the membership has ended. */
async function cardOf(
  database: Database,
  row: CardRow,
  { accountId, now }: { accountId: string; now: Date },
) {
  const { merchantId } = row;
  // The card may have been put together with another since.
  const [member] = await database.sql<{ id: string }[]>`
    select coalesce(merged_into, id) as id from member
    where merchant_id = ${merchantId} and account_id = ${accountId} and status in ('active', 'merged') order by status limit 1`;
  if (!member) return null;
  const points = await memberPoints(database, { merchantId, memberId: member.id, now });
  return { ...row, memberId: member.id, balance: points.balance };
}

/** For pages. */
export const cardsOf = (account: { accountId: string; only: number | null }): Promise<ProgramCard[]> =>
  listPrograms(ours(), { ...account, now: systemNow() });
