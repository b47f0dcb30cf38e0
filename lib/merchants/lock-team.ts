import type { Tx } from "@/db/client";
import type { Role } from "@/lib/access/actor";
import { Problem } from "@/lib/kernel/problems";

/**
 * The role of one active person, with the team held still until commit: of two owners who remove each other at the same
 * moment, the second finds that they are the last.
 */
export async function lockTeam(
  tx: Tx,
  merchantId: number,
  accountId: string,
): Promise<{ role: Role; lastOwner: boolean }> {
  const team = await tx.sql<{ accountId: string; role: Role; active: boolean }[]>`
    select account_id as "accountId", role, active from staff where merchant_id = ${merchantId} order by account_id for update`;
  const active = team.filter((person) => person.active);
  const person = active.find((one) => one.accountId === accountId);
  if (!person) throw new Problem("not_found");
  const owners = active.filter((one) => one.role === "owner");
  return { role: person.role, lastOwner: person.role === "owner" && owners.length === 1 };
}
