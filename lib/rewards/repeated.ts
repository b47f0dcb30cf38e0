import type { Tx } from "@/db/client";
import { Problem } from "@/lib/kernel/problems";
import {
  type RedemptionResult,
  type RedemptionRow,
  redemptionColumns,
  redemptionResult,
} from "./redemption-row";

type Same = Pick<RedemptionRow, "member" | "reward" | "quantity" | "source">;

/** The same tap again is answered as it was; another one with its id is refused. null when none has it. The member is held. */
export async function repeated(
  tx: Tx,
  { merchantId, now, id }: { merchantId: number; now: Date; id: string | undefined },
  { member, reward, quantity, source }: Same,
): Promise<RedemptionResult | null> {
  if (id === undefined) return null;
  const [row] = await tx.sql<RedemptionRow[]>`
    select ${redemptionColumns(tx.sql)} from redemption r where r.merchant_id = ${merchantId} and r.id = ${id}`;
  if (!row) return null;
  const same =
    row.member === member && row.reward === reward && row.quantity === quantity && row.source === source;
  if (!same) throw new Problem("duplicate_external_id", { fields: [{ path: "id", code: "used" }] });
  return redemptionResult(row, now);
}
