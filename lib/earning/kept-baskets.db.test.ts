import { expect, test } from "vitest";
import { onePerUnit } from "@/db/testing/shopping";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { type TestMerchant, testMerchant } from "@/db/testing/test-merchant";
import { eraseMember } from "@/lib/members/commands/erase-member";
import { saveDraft } from "@/lib/program/commands/save-draft";
import { programSchema } from "@/lib/program/schemas";
import { forgetBasket } from "./commands/forget-basket";
import { keepBasket } from "./commands/keep-basket";
import { runBaskets } from "./queries/run-baskets";

const database = await testDatabase();
const now = new Date("2026-11-20T09:00:00Z");
const program = { earning: { rules: [onePerUnit] } };
const asking = (shop: TestMerchant) => ({ actor: shop.actor, database, now });

const basket = (amount: number) => ({
  lines: [{ productType: "coffee", amount }],
  member: { tier: null, firstPurchase: false },
  occurredAt: "2026-11-20T08:30:00+03:00",
});

test("a coffee of 40.00 kept at 1 a lira: 40 as published, and 80 once a draft gives 2", async () => {
  const shop = await testMerchant(database, { program });
  const { id } = await keepBasket.execute(asking(shop), { name: "Morning coffee", basket: basket(4000) });
  const run = () => runBaskets.execute(asking(shop), { locale: "en" });
  expect(await run()).toMatchObject([
    {
      name: "Morning coffee",
      published: { points: 40 },
      draft: null,
      basket: {
        lines: [{ productType: "coffee", amount: 4000 }],
        person: { kind: "anybody", tier: null, firstPurchase: false },
        occurredAt: "2026-11-20T05:30:00.000Z",
        channel: "store",
      },
    },
  ]);
  const content = programSchema.parse({
    earning: { rules: [{ ...onePerUnit, effect: { kind: "rate", points: 2, per: 100 } }] },
  });
  await saveDraft.execute(asking(shop), { content, revision: 0 });
  expect(await run()).toMatchObject([
    {
      id,
      published: { points: 40 },
      draft: { points: 80 },
      differs: [{ before: 40, after: 80 }],
      gone: false,
    },
  ]);
  await forgetBasket.execute(asking(shop), { id });
  expect(await run()).toEqual([]);
});

test("a name is given once, a basket has lines, and another shop's is not there", async () => {
  const [shop, other] = [
    await testMerchant(database, { program }),
    await testMerchant(database, { program }),
  ];
  const keep = (name: string, kept: unknown = basket(100)) =>
    keepBasket.execute(asking(shop), { name, basket: kept });
  const { id } = await keep("One");
  await expect(keep("One")).rejects.toMatchObject({ fields: [{ path: "name", code: "basket_name" }] });
  await expect(keep("Two", { ...basket(1), lines: [] })).rejects.toMatchObject({
    fields: [{ path: "basket.lines" }],
  });
  await expect(forgetBasket.execute(asking(other), { id })).rejects.toMatchObject({ code: "not_found" });
  expect(await runBaskets.execute(asking(other), { locale: "en" })).toEqual([]);
});

test("a basket kept for Ada names her; once she is erased it is not decided any more", async () => {
  const shop = await testMerchant(database, { program });
  const ada = await testMember(database, shop, { name: "Ada" });
  await keepBasket.execute(asking(shop), {
    name: "Ada's",
    basket: { ...basket(1000), member: { id: ada.id } },
  });
  const run = () => runBaskets.execute(asking(shop), { locale: "en" });
  expect(await run()).toMatchObject([
    { gone: false, basket: { person: { kind: "member", id: ada.id, name: "Ada" } } },
  ]);
  await eraseMember.execute(asking(shop), { id: ada.id });
  expect(await run()).toMatchObject([{ gone: true, published: null }]);
});
