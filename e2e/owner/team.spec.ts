import { openShop } from "../fixtures/own-shop";
import { expect, test } from "../fixtures/test";

test("arrow keys move through the roles and change nobody; a button gives the role, and its undo gives the old one back", async ({
  page,
  browser,
  installation,
}) => {
  const shop = await openShop(installation, {});
  try {
    const other = await browser.newContext();
    await shop.signIn(await other.newPage(), "cashier");
    await other.close();
    const roles = () => shop.database.sql<{ role: string; changes: number }[]>`
      select role, (select count(*)::int from audit_event a where a.merchant_id = s.merchant_id and a.action = 'team.change-role') as changes
        from staff s where merchant_id = ${shop.merchantId} and role <> 'owner'`;
    await shop.signIn(page, "owner");
    await page.goto(`/m/${shop.slug}/settings/team`);
    const role = page.getByLabel("Role of cashier");
    await role.focus();
    await page.keyboard.press("ArrowUp");
    await expect(role).toHaveValue("manager");
    const give = page.getByRole("button", { name: "Change role" });
    await expect(give).toBeVisible();
    expect(await roles()).toEqual([{ role: "cashier", changes: 0 }]);

    await give.dblclick();
    await expect(page.getByText("cashier is now a manager.")).toBeVisible();
    await expect(give).toBeHidden();
    expect(await roles()).toEqual([{ role: "manager", changes: 1 }]);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(role).toHaveValue("cashier");
    expect(await roles()).toEqual([{ role: "cashier", changes: 2 }]);
  } finally {
    await shop.close();
  }
});

test("the last owner chooses to be a cashier: refused beside the choice, which stays as it was made", async ({
  page,
  installation,
}) => {
  const shop = await openShop(installation, {});
  try {
    await shop.signIn(page, "owner");
    await page.goto(`/m/${shop.slug}/settings/team`);
    const role = page.getByLabel(`Role of owner@${shop.slug}.example`);
    await role.selectOption("cashier");
    await page.getByRole("button", { name: "Change role" }).click();
    await expect(
      page.getByRole("alert").filter({ hasText: "A shop keeps at least one owner." }),
    ).toBeVisible();
    await expect(role).toHaveValue("cashier");
  } finally {
    await shop.close();
  }
});
