import { expect, test } from "vitest";
import { onePerUnit, shopping } from "@/db/testing/shopping";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { testMerchant } from "@/db/testing/test-merchant";
import type { ProgramInput } from "@/lib/program/schemas";
import { recordPurchase } from "./commands/record-purchase";
import { previewPurchase } from "./queries/preview-purchase";

const database = await testDatabase();
const noon = "2026-03-10T12:00:00+03:00";

/** A shop of 1 point for 1.00, and a member who has spent 512.00. */
async function saver(program: Partial<ProgramInput> = {}) {
  const merchant = await testMerchant(database, {
    program: { earning: { rules: [onePerUnit] }, ...program },
  });
  const shop = shopping(database, merchant);
  const { id } = await testMember(database, merchant);
  await shop.buy(id, { lines: [51_200] });
  const as = { actor: merchant.actor, now: new Date(noon), database };
  const preview = (amount: number, points?: number, member: object = { id }) =>
    previewPurchase.execute(as, {
      member,
      occurredAt: noon,
      lines: [{ productType: "coffee", amount }],
      tender: points === undefined ? undefined : [{ type: "points", points }],
      locale: "en",
    });
  return { merchant, shop, id, as, preview };
}

test("512 points at 0.01 each, by 100 at a time from 200 on: 500 may pay 5.00 of 16.00, and 11 are earned on the rest", async () => {
  const { preview } = await saver({ payment: { minimum: 200, multiple: 100 } });
  expect(await preview(1600)).toMatchObject({
    points: 16,
    payment: { most: 500, worth: 500, minimum: 200, paid: 0, refusal: null },
  });
  expect(await preview(1600, 500)).toMatchObject({
    points: 11,
    balanceAfter: 512 - 500 + 11,
    payment: { most: 500, paid: 500, refusal: null },
  });
});

test.each([
  [{}, 600, "There are 512 points; 600 were asked for."],
  [{ minimum: 200 }, 150, "Points pay from 200 on."],
  [{ multiple: 100 }, 250, "Points pay by 100 at a time."],
  [{ share: 2500 }, 500, "At most 400 points may pay for this basket."],
])(
  "by %j %i points pay nothing of 16.00, which is said while the basket is keyed",
  async (payment, points, refusal) => {
    const { preview } = await saver({ payment });
    expect(await preview(1600, points)).toMatchObject({ points: 16, payment: { paid: 0, refusal } });
  },
);

test("nobody in particular, and a program that takes no points, are offered nothing; another shop's member is not there", async () => {
  const { preview } = await saver();
  expect(await preview(1600, undefined, { tier: null, firstPurchase: true })).toMatchObject({
    payment: null,
  });
  expect(await (await saver({ payment: { enabled: false } })).preview(1600)).toMatchObject({ payment: null });
  const stranger = (await saver()).id;
  await expect(preview(1600, undefined, { id: stranger })).rejects.toMatchObject({
    code: "member_not_found",
  });
});

test("two tills at once pay with the same 512 points: one is recorded, the other is refused by its field and leaves nothing", async () => {
  const { shop, id, as } = await saver();
  const pay = (externalId: string) =>
    recordPurchase.execute(as, {
      externalId,
      member: { id },
      occurredAt: noon,
      lines: [{ productType: "coffee", amount: 1600 }],
      tender: [{ type: "points", points: 512 }],
    });
  const tries = await Promise.allSettled([pay("one"), pay("two")]);
  const refused = tries.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
  expect(refused).toMatchObject([{ code: "insufficient_points", fields: [{ path: "tender.0.points" }] }]);
  const done = tries.findIndex((one) => one.status === "fulfilled");
  expect(await pay(["one", "two"][done] ?? "")).toMatchObject({ award: { points: 10 } });
  expect(await shop.balance(id)).toMatchObject({ balance: 10 });
  expect(await shop.differences()).toEqual([]);
});
