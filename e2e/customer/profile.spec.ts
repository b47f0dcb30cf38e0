import { openShop } from "../fixtures/own-shop";
import { onePerLira } from "../fixtures/programs";
import { becomeRegular } from "../fixtures/regular";
import { expect, test } from "../fixtures/test";

test("two tabs of one profile: the name given in the first stays when the second, opened before, adds a phone number", async ({
  page,
  context,
  installation,
}) => {
  const shop = await openShop(installation, onePerLira);
  const regular = await becomeRegular(installation, shop, { name: "Ada Byron" });
  await regular.signIn(context);
  const other = await context.newPage();
  for (const tab of [page, other]) await tab.goto(`/c/${shop.slug}/profile`);
  await page.getByLabel("Name").fill("Ada Lovelace");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await other.getByLabel("Phone number").fill("0532 41");
  await other.getByRole("button", { name: "Save" }).click();
  await expect(other.getByText("has ten digits after the 0; this has five")).toBeVisible();
  await other.getByLabel("Phone number").fill("0532 765 43 21");
  await other.getByRole("button", { name: "Save" }).click();
  await expect(other.getByText("Saved.")).toBeVisible();
  await expect(other.getByLabel("Name")).toHaveValue("Ada Lovelace");
  await other.close();
  await shop.close();
});

test("half a birthday is not sent: it is said beside the field, and the one that is known stays", async ({
  page,
  context,
  installation,
}) => {
  const shop = await openShop(installation, onePerLira);
  const regular = await becomeRegular(installation, shop, { name: "Ada" });
  await regular.signIn(context);
  await page.goto(`/c/${shop.slug}/profile`);
  const birthday = page.getByLabel("Birthday");
  await birthday.fill("1990-05-06");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await birthday.focus();
  await page.keyboard.press("Backspace");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(birthday).toHaveAccessibleDescription(
    "Say the day, month and year, or leave all three empty.",
  );
  await expect(birthday).toBeFocused();
  await page.goto(`/c/${shop.slug}/profile`);
  await expect(birthday).toHaveValue("1990-05-06");
  await birthday.fill("0199-05-06");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(birthday).toHaveAccessibleDescription("Say the year with its four digits, from 1900 on.");
  await shop.close();
});

test("one press of a language is the page's and the mail's, keeps what is typed, and no other save turns it back", async ({
  page,
  context,
  installation,
}) => {
  const shop = await openShop(installation, onePerLira);
  const regular = await becomeRegular(installation, shop, { name: "Ada" });
  await regular.signIn(context);
  await page.goto(`/c/${shop.slug}/profile`);
  await page.getByLabel("Name").fill("Ada Lovelace");
  await page.getByRole("button", { name: "Türkçe" }).click();
  await expect(page.getByText("Han Kahve size Türkçe yazar.")).toBeVisible();
  await expect(page.getByLabel("Ad", { exact: false }).first()).toHaveValue("Ada Lovelace");
  await page.getByRole("button", { name: "Kaydet" }).click();
  await expect(page.getByText("Kaydedildi.")).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "tr");
  const [member] = await shop.database.sql`
    select name, locale from member where merchant_id = ${shop.merchantId} and id = ${regular.id}`;
  expect(member).toEqual({ name: "Ada Lovelace", locale: "tr" });
  await shop.close();
});

test("joining: another language keeps the address, the name and the tick", async ({ page, installation }) => {
  await page.goto(`/c/${installation.slug}/join`);
  await page.getByLabel("E-mail address").fill("ada@example.com");
  await page.getByLabel("Your name, if you like").fill("Ada");
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Türkçe" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "tr");
  await expect(page.locator("[name=email]")).toHaveValue("ada@example.com");
  await expect(page.locator("[name=name]")).toHaveValue("Ada");
  await expect(page.getByRole("checkbox")).toBeChecked();
  await page.goto(`/c/${installation.slug}/join`);
  await expect(page.getByRole("checkbox")).not.toBeChecked();
});
