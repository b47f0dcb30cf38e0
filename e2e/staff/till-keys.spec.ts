import { openShop } from "../fixtures/own-shop";
import { expect, test } from "../fixtures/test";
import { TillPage } from "../pages/till-page";

const program = {
  productTypes: [
    { key: "coffee", name: "Coffee" },
    { key: "food", name: "Food" },
  ],
  earning: {
    rules: [{ key: "ten", name: "Every ₺10", effect: { kind: "rate" as const, points: 1, per: 1000 } }],
  },
};

test("a new customer is enrolled in place, a wrong number is named beside its field, and a double click records once", async ({
  page,
  installation,
}) => {
  const shop = await openShop(installation, program);
  const till = new TillPage(page);
  try {
    await shop.signIn(page, "cashier");
    // The till listens from the start: nothing has to be pressed before typing.
    await till.isReady();
    await page.keyboard.type("0532 99");
    await till.says("Nobody is known by “0532 99”.");
    await page.getByRole("button", { name: "Enrol somebody new" }).click();
    await page.getByLabel("Name").fill("Ada Yeni");
    const phone = page.getByLabel("Mobile number");
    await expect(phone).toHaveValue("0532 99");
    await page.getByRole("button", { name: "Enrol", exact: true }).click();
    await expect(phone).toHaveAccessibleDescription(/has ten digits after the 0; this has five/);
    await expect(page.getByLabel("Name")).toHaveValue("Ada Yeni");
    await phone.fill("0532 411 22 33");
    await page.getByRole("button", { name: "Enrol", exact: true }).click();
    await till.isServing("Ada Yeni");

    await page.keyboard.type("160");
    await till.tile("Coffee").click();
    await till.says("16 points afterwards");
    await till.record.dblclick();
    await till.says("16 points recorded for Ada Yeni.");
    const [count] = await shop.database
      .sql`select count(*)::int as purchases from purchase where merchant_id = ${shop.merchantId}`;
    expect(count).toEqual({ purchases: 1 });
  } finally {
    await shop.close();
  }
});

test("a known card takes five actions by keyboard: scan, amount, what it was, and Enter records", async ({
  page,
  installation,
}) => {
  const shop = await openShop(installation, { ...program, productTypes: program.productTypes.slice(0, 1) });
  const till = new TillPage(page);
  try {
    await shop.signIn(page, "cashier");
    const card = await till.enrol("Derya Öz");
    await page.getByRole("button", { name: "Somebody else" }).click();
    await till.scan(card);
    await till.isServing("Derya Öz");
    await page.keyboard.type("99,90");
    await page.keyboard.press("Enter");
    await till.says("9 points afterwards");
    await page.keyboard.press("Enter");
    await till.says("9 points recorded for Derya Öz.");
    await till.isReady();
  } finally {
    await shop.close();
  }
});

test("Record says what is missing: the member beside the find field, then what they bought", async ({
  page,
  installation,
  signInAs,
}) => {
  await signInAs("cashier");
  const till = new TillPage(page);
  await till.open(installation.slug);
  await till.record.click();
  await expect(till.find).toHaveAccessibleDescription(/Find the member first/);
  await till.says("Key what they bought first.");
  await till.tab("Amount").click();
  await expect(till.amount).toHaveAccessibleDescription(/Key what they bought first/);
  await till.amount.fill("ten");
  await till.amount.press("Enter");
  await expect(till.amount).toHaveAccessibleDescription(/160 or 160.50/);
});

test("an amount beyond 10,000,000,000.00 is refused beside the amount, in money; two of the most say beside their worth what is wrong", async ({
  page,
  installation,
}) => {
  const shop = await openShop(installation, program);
  const till = new TillPage(page);
  try {
    await shop.signIn(page, "cashier");
    await till.enrol("Derya Öz");
    await till.amount.fill("10000000000.01");
    await till.tile("Coffee").click();
    await expect(till.amount).toHaveAccessibleDescription("One amount is ₺10,000,000,000 at most.");
    await expect(till.amount).toHaveValue("10000000000.01");
    await till.amount.fill("10000000000");
    await till.tile("Coffee").click();
    await till.says("1,000,000,000 points afterwards");
    await page.getByRole("button", { name: "One Coffee more" }).click();
    const refusal = page.getByRole("alert").filter({ hasText: "Something in what was sent is not right." });
    await expect(refusal).toContainText("This amount is too large.");
    await expect(till.record).toBeInViewport({ ratio: 1 });
  } finally {
    await shop.close();
  }
});
