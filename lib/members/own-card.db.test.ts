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
    expect(card.expiring[0]?.points ?? null).toBe(shown);
    expect(card.nextExpiry?.lastDay ?? null).toBe(shown === null ? "2026-06-10" : null);
  },
);

test("100 and 60 expire within the 30 days of the mail, 40 after them: the card lists two days and 160, not one day and 100", async () => {
  const program = {
    earning: { rules: [onePerUnit] },
    expiry: { kind: "after" as const, months: 3 },
    warnings: { days: [30] },
  };
  const shop = await testMerchant(database, { program });
  const { id } = await testMember(database, shop);
  const buys = shopping(database, shop);
  await buys.buy(id, { lines: [10_000], at: "2026-03-10T10:00:00+03:00" });
  await buys.buy(id, { lines: [2_000], at: "2026-03-15T10:00:00+03:00" });
  await buys.buy(id, { lines: [4_000], at: "2026-03-15T18:00:00+03:00" });
  await buys.buy(id, { lines: [4_000], at: "2026-05-01T10:00:00+03:00" });
  const now = new Date("2026-05-20T12:00:00+03:00");
  const card = await getOwnCard.execute({ actor: shop.member(id), now, database }, {});
  expect(card.expiring).toEqual([
    { lastDay: "2026-06-10", points: 100 },
    { lastDay: "2026-06-15", points: 60 },
  ]);
  expect(card.nextExpiry).toBeNull();
});
