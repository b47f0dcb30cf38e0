import { afterEach, describe, expect, test } from "vitest";
import { noon, onePerUnit, type Shopping, shopping } from "@/db/testing/shopping";
import { testApi } from "@/db/testing/test-api";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { type TestMerchant, testMerchant } from "@/db/testing/test-merchant";
import { uuidv7 } from "@/lib/kernel/ids";
import type { ProgramInput } from "@/lib/program/schemas";
import { cancelRedemption } from "@/lib/rewards/commands/cancel-redemption";
import { grantReward } from "@/lib/rewards/commands/grant-reward";
import { useVoucher } from "@/lib/rewards/commands/use-voucher";
import { getVoucher } from "@/lib/rewards/queries/get-voucher";
import { recordPurchase } from "./commands/record-purchase";
import { recordPurchaseBatch } from "./commands/record-purchase-batch";
import { quotePurchase } from "./queries/quote-purchase";

const database = await testDatabase();
let merchant: TestMerchant;
let shop: Shopping;

const price = { kind: "granted" as const, on: ["apology" as const] };
const program: ProgramInput = {
  productTypes: [
    { key: "coffee", name: "Coffee" },
    { key: "cake", name: "Cake" },
  ],
  earning: { rules: [onePerUnit] },
  rewards: [
    { key: "fifty", name: "50 off", gives: { kind: "amountOff", amount: 5000 }, price, validDays: 30 },
    {
      key: "tenth",
      name: "10% off cake from 200 on",
      gives: { kind: "percentOff", percent: 1000, minimumSpend: 20_000, productTypes: ["cake"] },
      price,
    },
    { key: "tea", name: "A tea", gives: { kind: "product" }, price },
  ],
};

async function open() {
  merchant = await testMerchant(database, { program });
  shop = shopping(database, merchant);
  return (await testMember(database, merchant)).id;
}

const by = (now = noon) => ({ actor: merchant.actor, now: new Date(now), database });
const give = async (member: string, reward = "fifty") => {
  const given = await grantReward.execute(by(), { member: { id: member }, reward, occasion: "apology" });
  return { code: given.voucher?.code ?? "", redemption: given.redemption.id };
};
/** 160.00 of coffee, 50.00 of which were taken off. */
const basket = (member: string, vouchers: string[], more: object = {}) => ({
  externalId: uuidv7(),
  member: { id: member },
  occurredAt: noon,
  lines: [{ productType: "coffee", amount: 11_000, discount: 5000 }],
  vouchers,
  ...more,
});
const buy = (sent: object, now = noon) => recordPurchase.execute(by(now), sent);
const look = (code: string) => getVoucher.execute(by(), { code });
const refusedBy = (code: string, field: string, path = "vouchers.0") => ({
  code,
  fields: [{ path, code: field }],
});

afterEach(async () => expect(await shop.differences()).toEqual([]));

describe("a voucher that is used with a purchase", () => {
  test("50.00 off 160.00: 110 points, the voucher used and the receipt its reference; sent again, also at once, it is the same", async () => {
    const member = await open();
    const { code } = await give(member);
    const sent = basket(member, [code.toLowerCase()]);
    const [first, ...others] = await Promise.all([buy(sent), buy(sent), buy(sent)]);
    expect(first).toMatchObject({ purchase: { amount: 11_000 }, award: { points: 110, balance: 110 } });
    expect([...others, await buy(sent)]).toEqual([first, first, first]);
    expect(await look(code)).toMatchObject({ status: "used", reference: sent.externalId });
    const [kept] = await database.sql`
      select purchase_id as purchase, (select count(*)::int from audit_event where merchant_id = ${merchant.merchantId}
        and action = 'voucher.use') as said from redemption where merchant_id = ${merchant.merchantId}`;
    expect(kept).toEqual({ purchase: first?.purchase.id, said: 1 });
  });

  test("at two tills at once, by two members: one purchase is recorded, the other is refused by its field and leaves nothing", async () => {
    const [one, other] = [await open(), (await testMember(database, merchant)).id];
    const { code } = await give(one);
    const tries = await Promise.allSettled([
      buy(basket(one, [code])),
      buy(basket(other, [code])),
      buy(basket(one, [code])),
    ]);
    const refusals = tries.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
    expect(refusals).toMatchObject(Array(2).fill(refusedBy("voucher_used", "voucher.used")));
    const balances = await Promise.all([shop.balance(one), shop.balance(other)]);
    expect(balances.reduce((sum, { balance }) => sum + balance, 0)).toBe(110);
  });

  test("used on its own at the same moment: it is used once, with the purchase or without one", async () => {
    const member = await open();
    for (let round = 0; round < 5; round++) {
      const { code } = await give(member);
      const tries = await Promise.allSettled([
        buy(basket(member, [code])),
        useVoucher.execute(by(), { code }),
      ]);
      expect(tries.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    }
  });

  test("a purchase that is refused for its points, or only asked about, uses no voucher", async () => {
    const member = await open();
    const { code } = await give(member);
    const paid = basket(member, [code], { tender: [{ type: "points", points: 500 }] });
    await expect(buy(paid)).rejects.toMatchObject({ code: "insufficient_points" });
    expect(await quotePurchase.execute(by(), basket(member, [code]))).toMatchObject({
      award: { points: 110 },
    });
    expect(await look(code)).toMatchObject({ status: "open" });
    await buy(basket(member, [code]));
    await expect(quotePurchase.execute(by(), basket(member, [code]))).rejects.toMatchObject(
      refusedBy("voucher_used", "voucher.used"),
    );
  });

  test("two purchases of one batch with it: the first is recorded, the second refused", async () => {
    const member = await open();
    const { code } = await give(member);
    const { results } = await recordPurchaseBatch.execute(by(), {
      purchases: [basket(member, [code]), basket(member, [code]), basket(member, [])].map((one) =>
        one.vouchers.length > 0 ? one : { ...one, vouchers: undefined },
      ),
    });
    expect(results).toMatchObject([
      { status: 201 },
      { status: 409, code: "voucher_used", errors: [{ path: "vouchers.0" }] },
      { status: 201 },
    ]);
  });
});

describe("what does not work is refused by its field, and uses nothing", () => {
  test("unknown, another shop's, named twice, for no money, without a discount, for nothing in the basket, below its least", async () => {
    const strangers = await give(await open());
    const member = await open();
    const [fifty, tenth, tea] = [await give(member), await give(member, "tenth"), await give(member, "tea")];
    const cake = (amount: number) => ({ lines: [{ productType: "cake", amount, discount: 1 }] });
    const refusals: [string[], object, string, string?][] = [
      [["KXPM4T9B7QHC"], {}, "voucher.unknown"],
      [[strangers.code], {}, "voucher.unknown"],
      [[fifty.code, fifty.code], {}, "repeated", "vouchers.1"],
      [[fifty.code, tea.code], {}, "voucher.not_money_off", "vouchers.1"],
      [[fifty.code], { lines: [{ productType: "coffee", amount: 16_000 }] }, "voucher.no_discount"],
      [[tenth.code], { lines: [{ productType: "coffee", amount: 30_000, discount: 1 }] }, "voucher.products"],
      [[tenth.code], cake(19_998), "voucher.minimum"],
    ];
    for (const [codes, more, field, path] of refusals)
      await expect(buy(basket(member, codes, more)), field).rejects.toMatchObject(
        refusedBy("invalid", field, path),
      );
    for (const { code } of [fifty, tenth, tea]) expect(await look(code)).toMatchObject({ status: "open" });
    await buy(
      basket(member, [tenth.code], { lines: [{ productType: "cake", amount: 18_000, discount: 2000 }] }),
    );
    expect(await look(tenth.code)).toMatchObject({ status: "used" });
  });

  test("50.00 are what it takes off 160.00: with 49.99 or 160.00 off, or 50.00 off and 10.00 of the shop's own that is not told apart, it stays good", async () => {
    const member = await open();
    const { code } = await give(member);
    const coffee = (amount: number, discount: number, more: object = {}) =>
      basket(member, [code], { lines: [{ productType: "coffee", amount, discount, ...more }] });
    const off = (sent: number, field = "discount") => ({
      code: "invalid",
      fields: [{ path: `lines.0.${field}`, code: "voucher.discount", params: { off: 5000, sent } }],
    });
    await expect(buy(coffee(11_001, 4999))).rejects.toMatchObject(off(4999));
    await expect(buy(coffee(0, 16_000))).rejects.toMatchObject(off(16_000));
    await expect(quotePurchase.execute(by(), coffee(0, 16_000))).rejects.toMatchObject(off(16_000));
    await expect(buy(coffee(10_000, 6000))).rejects.toMatchObject(off(6000));
    await expect(buy(coffee(10_000, 6000, { voucherDiscount: 4000 }))).rejects.toMatchObject(
      off(4000, "voucherDiscount"),
    );
    expect(await look(code)).toMatchObject({ status: "open" });
    const sent = coffee(10_000, 6000, { voucherDiscount: 5000 });
    expect((await buy(sent)).award.points).toBe(100);
    expect((await buy(sent)).award.points).toBe(100);
    expect(await look(code)).toMatchObject({ status: "used" });
  });

  test("what no voucher took off is no voucher's: told apart without one it is refused, and so is more than the line's discount", async () => {
    const member = await open();
    const lines = (voucherDiscount: number) => [
      { productType: "coffee", amount: 11_000, discount: 5000, voucherDiscount },
    ];
    const without = (voucherDiscount: number) =>
      buy(basket(member, [], { vouchers: undefined, lines: lines(voucherDiscount) }));
    const field = (code: string) => ({
      code: "invalid",
      fields: [{ path: "lines.0.voucherDiscount", code }],
    });
    await expect(without(5000)).rejects.toMatchObject(field("voucher.discount"));
    await expect(without(5001)).rejects.toMatchObject(field("voucher.over_discount"));
    expect((await without(0)).award.points).toBe(110);
  });

  test("cancelled, and expired a minute ago although no job has run", async () => {
    const member = await open();
    const [cancelled, expired] = [await give(member), await give(member)];
    await cancelRedemption.execute(by(), { redemption: cancelled.redemption });
    await expect(buy(basket(member, [cancelled.code]))).rejects.toMatchObject(
      refusedBy("voucher_cancelled", "voucher.cancelled"),
    );
    await expect(buy(basket(member, [expired.code]), "2026-04-10T00:01:00+03:00")).rejects.toMatchObject(
      refusedBy("voucher_expired", "voucher.expired"),
    );
  });
});

describe("given back", () => {
  test("good to 9 April, refunded whole on 1 June: it works through 1 July, the 30 days of grace of what comes back", async () => {
    const member = await open();
    const { code } = await give(member);
    const { purchase } = await buy(basket(member, [code]));
    await shop.refund(purchase.id, {}, "2026-06-01T12:00:00+03:00");
    const at = (now: string) => getVoucher.execute(by(now), { code });
    expect(await at("2026-07-01T23:59:00+03:00")).toMatchObject({ status: "open" });
    expect(await at("2026-07-02T00:00:00+03:00")).toMatchObject({ status: "expired" });
  });

  test("a part of the purchase refunded keeps it used; all of it, and it works again, once more", async () => {
    const member = await open();
    const { code } = await give(member);
    const { purchase } = await buy(basket(member, [code]));
    await shop.refund(purchase.id, { amount: 5000 });
    expect(await look(code)).toMatchObject({ status: "used" });
    await shop.refund(purchase.id);
    expect(await look(code)).toMatchObject({ status: "open", reference: null, endedAt: null });
    const again = await buy(basket(member, [code]));
    await shop.refund(again.purchase.id);
    await useVoucher.execute(by(), { code });
    await expect(shop.refund(again.purchase.id)).rejects.toMatchObject({ code: "over_refund" });
    expect(await look(code)).toMatchObject({ status: "used" });
  });

  test("a basket that the voucher paid whole can be taken back, too", async () => {
    const member = await open();
    const { code } = await give(member);
    const free = { lines: [{ productType: "coffee", amount: 0, discount: 4000 }] };
    const { purchase } = await buy(basket(member, [code], free));
    await shop.refund(purchase.id);
    expect(await look(code)).toMatchObject({ status: "open" });
  });
});

test("POST /purchases uses it; a key that may not use vouchers is refused, and so is a used one, by its field", async () => {
  const member = await open();
  const { code } = await give(member, "tenth");
  const lines = [{ productType: "cake", amount: 18_000, discount: 2000 }];
  const api = await testApi(database, merchant);
  const weak = await testApi(database, merchant, { scopes: ["purchases:write"] });
  const sent = basket(member, [code], { lines });
  expect(await weak.post("/purchases", sent)).toMatchObject({ status: 403 });
  expect(await api.post("/purchases/quote", sent)).toMatchObject({ status: 200 });
  expect(await api.post("/purchases", sent)).toMatchObject({ status: 201, body: { award: { points: 180 } } });
  expect(await api.get(`/vouchers/${code}`)).toMatchObject({
    body: { status: "used", reference: sent.externalId },
  });
  expect(await api.post("/purchases", basket(member, [code], { lines }))).toMatchObject({
    status: 409,
    body: { code: "voucher_used", errors: [{ path: "vouchers.0", code: "voucher.used" }] },
  });
});
