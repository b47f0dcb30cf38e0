import type { Database } from "@/db/client";
import type { ProgramInput } from "@/lib/program/schemas";
import { testApi } from "./test-api";
import { testMerchant } from "./test-merchant";

const program: ProgramInput = {
  productTypes: [
    { key: "coffee", name: "Coffee" },
    { key: "gift-card", name: "Gift card", excluded: true },
  ],
  earning: { rules: [{ key: "one", name: "One a lira", effect: { kind: "rate", points: 1, per: 100 } }] },
};

/** A shop that gives a point a lira, its API and that of another one, and a buyer with a basket of 49.95. */
export async function purchaseApi(database: Database) {
  const shop = await testMerchant(database, { program });
  const api = await testApi(database, shop);
  const foreign = await testApi(database, await testMerchant(database, { program }));
  const enrol = async (client = api, body: object = {}) =>
    (await client.post("/members", body)).body as { id: string; card: string };
  const buyer = await enrol(api, {
    externalId: "buyer",
    email: "buyer@example.com",
    phone: "0532 000 00 00",
  });
  let receipts = 0;
  const basket = (more: object = {}) => ({
    externalId: `receipt-${++receipts}`,
    member: { id: buyer.id },
    occurredAt: "2026-03-02T08:42:00+03:00",
    lines: [{ productType: "coffee", amount: 4995 }],
    ...more,
  });
  return { shop, api, foreign, enrol, buyer, basket };
}

/** What of an answer the tests look at. */
export interface RecordedBody {
  purchase: { id: string; lines: { id: string }[] };
  award: { points: number; balance: number };
}
