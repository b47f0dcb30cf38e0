import { expect, test } from "vitest";
import { onePerUnit, shopping } from "@/db/testing/shopping";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { testMerchant } from "@/db/testing/test-merchant";
import { getOwnCard } from "./queries/get-own-card";

const database = await testDatabase();

test.each([
  [[30, 7, 1], "2026-05-10", null],
  [[30, 7, 1], "2026-05-12", 100],
  [[7], "2026-06-02", null],
  [[7], "2026-06-04", 100],
  [[], "2026-05-10", null],
  [[], "2026-05-12", 100],
])(
  "100 points expire on 11 June, told %j days before: on %s the card shows %s of them as expiring",
  async (days, on, shown) => {
    const program = {
      earning: { rules: [onePerUnit] },
      expiry: { kind: "after" as const, months: 3 },
      warnings: { days },
    };
    const shop = await testMerchant(database, { program });
    const { id } = await testMember(database, shop);
    await shopping(database, shop).buy(id, { lines: [10_000], at: "2026-03-10T10:00:00+03:00" });
    const now = new Date(`${on}T12:00:00+03:00`);
    const card = await getOwnCard.execute({ actor: shop.member(id), now, database }, {});
    expect(card.balance).toBe(100);
    expect(card.expiring?.points ?? null).toBe(shown);
  },
);
