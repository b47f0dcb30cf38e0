import type { Database } from "@/db/client";
import { recordPurchase } from "@/lib/earning/commands/record-purchase";
import { refundPurchase } from "@/lib/earning/commands/refund-purchase";
import type { PurchaseResult } from "@/lib/earning/purchase-result";
import { uuidv7 } from "@/lib/kernel/ids";
import { verifyLedger } from "@/lib/points/queries/verify-ledger";
import type { ProgramInput } from "@/lib/program/schemas";
import type { TestMerchant } from "./test-merchant";

export type TestRule = NonNullable<NonNullable<ProgramInput["earning"]>["rules"]>[number];

/** 1 point for each 1.00 spent: what the engine cases assume. */
export const onePerUnit: TestRule = {
  key: "base",
  name: "Base",
  effect: { kind: "rate", points: 1, per: 100 },
};

interface Basket {
  /** Minor units of each line, with its product type where it matters. */
  lines: (
    | number
    | { productType: string; amount: number; quantity?: number; tax?: number; discount?: number }
  )[];
  at?: string;
  now?: string;
  externalId?: string;
  channel?: string;
  /** Points that pay a part. */
  tender?: number;
}

export interface Shopping {
  buy(memberId: string, basket: Basket): Promise<PurchaseResult>;
  refund(
    purchase: string,
    what?: { lines?: { id: string; quantity?: number; amount?: number }[]; amount?: number },
    now?: string,
  ): ReturnType<typeof refundPurchase.execute>;
  balance(memberId: string): Promise<{ balance: number; pending: number; debt: number }>;
  /** Case 28 and its kin: the list of broken laws, empty when all is well. */
  differences(): Promise<unknown[]>;
}

export const noon = "2026-03-10T12:00:00+03:00";

/** Shopping in one shop, as short as a test can say it. */
export function shopping(database: Database, shop: TestMerchant): Shopping {
  const { actor, merchantId } = shop;
  return {
    buy: (memberId, { lines, at = noon, now = at, externalId = uuidv7(), channel, tender }) =>
      recordPurchase.execute(
        { actor, now: new Date(now), database },
        {
          externalId,
          member: { id: memberId },
          occurredAt: at,
          channel,
          lines: lines.map((line) =>
            typeof line === "number" ? { productType: "coffee", amount: line } : line,
          ),
          tender: tender ? [{ type: "points", points: tender }] : undefined,
        },
      ),
    refund: (purchase, what = {}, now = noon) =>
      refundPurchase.execute(
        { actor, now: new Date(now), database },
        { purchase, externalId: uuidv7(), ...what },
      ),
    balance: async (memberId) => {
      const [row] = await database.sql<{ balance: number; pending: number; debt: number }[]>`
        select balance, pending, debt from member where merchant_id = ${merchantId} and id = ${memberId}`;
      if (!row) throw new Error("no such member");
      return { ...row };
    },
    differences: async () =>
      (await verifyLedger.execute({ actor, now: new Date(), database }, {})).differences,
  };
}
