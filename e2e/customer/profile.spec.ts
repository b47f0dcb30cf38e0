import { openShop } from "../fixtures/own-shop";
import { onePerLira } from "../fixtures/programs";
import { becomeRegular } from "../fixtures/regular";
import { expect, test } from "../fixtures/test";
import { CardDoorPage } from "../pages/card-door-page";
import { ProfilePage } from "../pages/profile-page";

test("two tabs of one profile: the name given in the first stays when the second, opened before, adds a phone number", async ({
  page,
  context,
  installation,
}) => {
  const shop = await openShop(installation, onePerLira);
  const regular = await becomeRegular(installation, shop, { name: "Ada Byron" });
  await regular.signIn(context);
  const [first, second] = [
    new ProfilePage(page, shop.slug),
    new ProfilePage(await context.newPage(), shop.slug),
  ];
  for (const tab of [first, second]) await tab.open();
  await first.name.fill("Ada Lovelace");
  await first.saves();
  await second.phone.fill("0532 41");
  await second.save.click();
  await second.says(/has ten digits after the 0; this has five/);
  await second.phone.fill("0532 765 43 21");
  await second.saves();
  await expect(second.name).toHaveValue("Ada Lovelace");
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
  const profile = new ProfilePage(page, shop.slug);
  const { birthday } = profile;
  await profile.open();
  await birthday.fill("1990-05-06");
  await profile.saves();
  await birthday.focus();
  await page.keyboard.press("Backspace");
  await profile.save.click();
  await expect(birthday).toHaveAccessibleDescription(
    "Say the day, month and year, or leave all three empty.",
  );
  await expect(birthday).toBeFocused();
  await profile.open();
  await expect(birthday).toHaveValue("1990-05-06");
  await birthday.fill("0199-05-06");
  await profile.save.click();
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
  const english = new ProfilePage(page, shop.slug);
  await english.open();
  await english.name.fill("Ada Lovelace");
  await english.turkish.click();
  const profile = new ProfilePage(page, shop.slug, "tr");
  await profile.says("Han Kahve size Türkçe yazar.");
  await expect(profile.name).toHaveValue("Ada Lovelace");
  await profile.saves();
  await expect(page.locator("html")).toHaveAttribute("lang", "tr");
  const [member] = await shop.database.sql`
    select name, locale from member where merchant_id = ${shop.merchantId} and id = ${regular.id}`;
  expect(member).toEqual({ name: "Ada Lovelace", locale: "tr" });
  await shop.close();
});

test("joining: another language keeps the address, the name and the tick", async ({ page, installation }) => {
  const door = new CardDoorPage(page, installation.slug);
  await door.openJoin();
  await door.email.fill("ada@example.com");
  await door.name.fill("Ada");
  await door.offers.check();
  await door.turkish.click();
  const turkish = new CardDoorPage(page, installation.slug, "tr");
  await expect(turkish.email).toHaveValue("ada@example.com");
  await expect(turkish.name).toHaveValue("Ada");
  await expect(turkish.offers).toBeChecked();
  await turkish.openJoin();
  await expect(turkish.offers).not.toBeChecked();
});
