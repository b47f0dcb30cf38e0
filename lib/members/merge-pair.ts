import type { Tx } from "@/db/client";
import { Problem } from "@/lib/kernel/problems";
import { resolveMember } from "./resolve-member";
import type { Merge } from "./schemas";

/** Who is to carry on and who is to go on with them; refused in words where that makes no sense. */
export async function mergePair(
  source: Pick<Tx, "sql">,
  merchantId: number,
  { id, other: ref }: Merge,
): Promise<{ survivor: string; other: string }> {
  const [known] = await source.sql<{ status: string }[]>`
    select status from member where merchant_id = ${merchantId} and id = ${id}`;
  if (known?.status === "merged") throw new Problem("already_merged");
  if (known?.status !== "active") throw new Problem("not_found");
  const other = await resolveMember(source, merchantId, ref, "other");
  const wrong = (code: "merge_with_self" | "already_merged") =>
    new Problem(code, { fields: [{ path: "other", code }] });
  if (other.id === id) throw wrong(other.merged ? "already_merged" : "merge_with_self");
  if (other.merged) throw wrong("already_merged");
  return { survivor: id, other: other.id };
}

/**
 * Refuses a pair with a gift on its way from the one who is to go, or between the two: it would come back to nobody. Both
 * members are locked, so none is offered from here on.
 */
export async function refuseWaitingGift(
  { sql }: Pick<Tx, "sql">,
  merchantId: number,
  { survivor, other }: { survivor: string; other: string },
): Promise<void> {
  const [offer] = await sql`
    select id from gift_offer where merchant_id = ${merchantId} and status = 'offered'
      and (from_member_id = ${other} or (from_member_id = ${survivor} and to_member_id = ${other})) limit 1`;
  if (offer) throw new Problem("gift_waits", { fields: [{ path: "other", code: "gift_waits" }] });
}
