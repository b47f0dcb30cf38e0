import { openShop } from "../fixtures/own-shop";
import { expect, test } from "../fixtures/test";

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
  try {
    await shop.signIn(page, "cashier");
    // The till listens from the start: nothing has to be pressed before typing.
    await expect(page.getByRole("textbox", { name: "Find a member" })).toBeFocused();
    await page.keyboard.type("0532 99");
    await expect(page.getByText("Nobody is known by “0532 99”.")).toBeVisible();
    await page.getByRole("button", { name: "Enrol somebody new" }).click();
    await page.getByLabel("Name").fill("Ada Yeni");
    const phone = page.getByLabel("Mobile number");
    await expect(phone).toHaveValue("0532 99");
    await page.getByRole("button", { name: "Enrol", exact: true }).click();
    await expect(phone).toHaveAccessibleDescription(/not a phone number/);
    await expect(page.getByLabel("Name")).toHaveValue("Ada Yeni");
    await phone.fill("0532 411 22 33");
    await page.getByRole("button", { name: "Enrol", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Ada Yeni" })).toBeVisible();

    await page.keyboard.type("160");
    await page.getByRole("button", { name: "Coffee" }).click();
    await expect(page.getByText("16 points afterwards")).toBeVisible();
    await page.getByRole("button", { name: /^Record/ }).dblclick();
    await expect(page.getByText("16 points recorded for Ada Yeni.")).toBeVisible();
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
  try {
    await shop.signIn(page, "cashier");
    const card = await enrolByHand(page, "Derya Öz");
    await page.getByRole("button", { name: "Somebody else" }).click();
    // A scanner types and presses Enter.
    await page.keyboard.type(card);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "Derya Öz" })).toBeVisible();
    await page.keyboard.type("99,90");
    await page.keyboard.press("Enter");
    await expect(page.getByText("9 points afterwards")).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(page.getByText("9 points recorded for Derya Öz.")).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Find a member" })).toBeFocused();
  } finally {
    await shop.close();
  }
});

test("Record says beside each field what is missing", async ({ page, installation, signInAs }) => {
  await signInAs("cashier");
  await page.goto(`/m/${installation.slug}/till`);
  await page.getByRole("button", { name: "Record" }).click();
  await expect(page.getByRole("textbox", { name: "Find a member" })).toHaveAccessibleDescription(
    /Find the member first/,
  );
  await expect(page.getByRole("textbox", { name: "Amount" })).toHaveAccessibleDescription(
    /Key what they bought first/,
  );
  await page.getByRole("textbox", { name: "Amount" }).fill("ten");
  await page.getByRole("textbox", { name: "Amount" }).press("Enter");
  await expect(page.getByRole("textbox", { name: "Amount" })).toHaveAccessibleDescription(/160 or 160.50/);
});

async function enrolByHand(page: import("@playwright/test").Page, name: string): Promise<string> {
  await page.getByRole("textbox", { name: "Find a member" }).fill(name);
  await page.getByRole("button", { name: "Enrol somebody new" }).click();
  await expect(page.getByLabel("Name")).toHaveValue(name);
  await page.getByRole("button", { name: "Enrol", exact: true }).click();
  const enrolled = await page.getByText(/^Enrolled with card/).textContent();
  return enrolled?.replace(/\D/g, "") ?? "";
}
