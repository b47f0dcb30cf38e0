import type { SystemActor } from "@/lib/access/actor";
import { enrolMember } from "@/lib/members/commands/enrol-member";
import { grantReward } from "@/lib/rewards/commands/grant-reward";
import { getVoucher } from "@/lib/rewards/queries/get-voucher";
import { type OwnShop, openShop } from "../fixtures/own-shop";
import { expect, test } from "../fixtures/test";
import { TillPage } from "../pages/till-page";

const price = { kind: "granted" as const, on: ["apology" as const] };
const program = {
  productTypes: [{ key: "coffee", name: "Coffee" }],
  earning: { rules: [{ key: "base", name: "Base", effect: { kind: "rate" as const, points: 1, per: 100 } }] },
  rewards: [
    { key: "fifty", name: "₺50 off", gives: { kind: "amountOff" as const, amount: 5000 }, price },
    {
      key: "tenth",
      name: "A tenth off",
      gives: { kind: "percentOff" as const, percent: 1000, minimumSpend: 20_000 },
      price,
    },
    {
      key: "bought",
      name: "₺20 off",
      gives: { kind: "amountOff" as const, amount: 2000 },
      price: { kind: "points" as const, points: 100 },
    },
  ],
};

async function member({ merchantId, database }: OwnShop) {
  const actor: SystemActor = { kind: "system", merchantId, name: "journey", transport: "cli" };
  const as = { actor, database, now: new Date() };
  const { id } = await enrolMember.execute(as, { name: "Ada Yeni" });
  return {
    give: async (reward: string) =>
      (await grantReward.execute(as, { member: { id }, reward, occasion: "apology" })).voucher?.code ?? "",
    look: (code: string) => getVoucher.execute({ ...as, now: new Date() }, { code }),
  };
}

const key = async (till: TillPage, amount: string) => {
  await till.amount.fill(amount);
  await till.tile(/Coffee/).click();
};

test("₺50 off is scanned with ₺160 on the till: ₺110 are recorded, the voucher used with them; undone, it works again", async ({
  page,
  installation,
}) => {
  const shop = await openShop(installation, program);
  const till = new TillPage(page);
  try {
    const { give, look } = await member(shop);
    const code = await give("fifty");
    await shop.signIn(page, "cashier");
    await till.isReady();
    await key(till, "160");
    await till.find.focus();
    await till.scan(code.toLowerCase());
    await till.says("₺50 off is on this basket.");
    await till.isServing("Ada Yeni");
    await expect(till.record).toHaveText(/Record ₺110/);
    await till.says("−₺50.00");
    expect(await look(code)).toMatchObject({ status: "open" });
    await till.record.click();
    await till.says("110 points recorded for Ada Yeni.");
    expect(await look(code)).toMatchObject({ status: "used", reference: expect.stringMatching(/^till-/) });
    await till.undoOf("Ada Yeni").click();
    await till.says(/₺110.00 refunded/);
    expect(await look(code)).toMatchObject({ status: "open", reference: null });
  } finally {
    await shop.close();
  }
});

test("on two tills at once it comes off one purchase: the other is refused beside it and recorded without; a tenth off waits for ₺200", async ({
  page,
  context,
  installation,
}) => {
  const shop = await openShop(installation, program);
  const till = new TillPage(page);
  const other = new TillPage(await context.newPage());
  try {
    const { give, look } = await member(shop);
    const [fifty, tenth] = [await give("fifty"), await give("tenth")];
    await shop.signIn(page, "cashier");
    await other.open(shop.slug);
    for (const one of [till, other]) {
      await one.page.bringToFront();
      await one.choose("Ada Yeni");
      await key(one, "160");
      await one.scan(fifty);
      await expect(one.record).toHaveText(/Record ₺110/);
    }
    await other.scan(tenth);
    await other.says("Takes something off from ₺200.00 on.");
    await expect(other.record).toHaveText(/Record ₺110/);
    await till.page.bringToFront();
    await till.record.click();
    await till.says("110 points recorded for Ada Yeni.");

    await other.page.bringToFront();
    await other.record.click();
    await other.says("This voucher was used.");
    await other.page.getByRole("button", { name: "Put ₺50 off aside" }).click();
    await expect(other.record).toHaveText(/Record ₺160/);
    await other.record.click();
    await other.says("160 points recorded for Ada Yeni.");
    expect(await look(tenth)).toMatchObject({ status: "open" });

    await other.choose("Ada Yeni");
    await other.scan(tenth);
    await other.says("Comes off what is keyed.");
    await key(other, "300");
    await expect(other.record).toHaveText(/Record ₺270/);
    await context.setOffline(true);
    await other.says(/A voucher is used only with a connection/);
    await context.setOffline(false);
    await other.record.click();
    await other.says("270 points recorded for Ada Yeni.");
    expect(await look(tenth)).toMatchObject({ status: "used" });
  } finally {
    await shop.close();
  }
});

test("₺20 off is given for 100 of 160 points: it comes off the basket, and stays theirs until that is recorded", async ({
  page,
  installation,
}) => {
  const shop = await openShop(installation, program);
  const till = new TillPage(page);
  try {
    await member(shop);
    await shop.signIn(page, "cashier");
    await till.isReady();
    await till.choose("Ada Yeni");
    await key(till, "160");
    await till.record.click();
    await till.says("160 points recorded for Ada Yeni.");
    await till.choose("Ada Yeni");
    await key(till, "160");
    await page.getByRole("button", { name: "Give ₺20 off" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Give it" }).click();
    await till.says("₺20 off given, 100 points taken.");
    await expect(till.record).toHaveText(/Record ₺140/);
    const status = () => shop.database.sql`
      select status from redemption where merchant_id = ${shop.merchantId} and reward = 'bought'`;
    expect(await status()).toEqual([{ status: "open" }]);
    await till.record.click();
    await till.says("140 points recorded for Ada Yeni.");
    expect(await status()).toEqual([{ status: "used" }]);
  } finally {
    await shop.close();
  }
});
