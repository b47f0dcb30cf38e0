import { locales } from "@/lib/kernel/i18n/locale";
import { endSession } from "../fixtures/end-session";
import { expectRefused } from "../fixtures/expect-refused";
import { mailedLink } from "../fixtures/mailed-link";
import { openShop } from "../fixtures/own-shop";
import { onePerLira } from "../fixtures/programs";
import { becomeRegular } from "../fixtures/regular";
import { expect, test } from "../fixtures/test";
import { speak, wordsIn } from "../fixtures/words";
import { cardForms, customerDoorForms } from "../forms/customer";

const program = {
  ...onePerLira,
  activities: [{ key: "review", name: "A review", points: 50, from: ["card" as const], ask: "Its address" }],
  rewards: [
    {
      key: "beans",
      name: "House beans",
      gives: { kind: "product" as const },
      price: { kind: "points" as const, points: 40 },
    },
  ],
};

for (const locale of locales) {
  test(`every form of a customer, sent with something wrong: kept as typed, told beside the field (${locale})`, async ({
    page,
    context,
    installation,
  }) => {
    const shop = await openShop(installation, program);
    try {
      const words = wordsIn(locale);
      const regular = await becomeRegular(installation, shop, { name: "Elif Yıldırım", points: 100 });
      await speak(page, installation, locale);
      const path = (form: { path: string }) => `/c/${shop.slug}/${form.path}`;
      for (const form of customerDoorForms) await expectRefused(page, { ...form, path: path(form) }, words);
      await regular.signIn(context);
      for (const form of cardForms) await expectRefused(page, { ...form, path: path(form) }, words);
    } finally {
      await shop.close();
    }
  });
}

test("the session ends while a gift is typed: after the mailed link it stands there as it was, and is given once", async ({
  page,
  context,
  installation,
}) => {
  const shop = await openShop(installation, program);
  try {
    const elif = await becomeRegular(installation, shop, { name: "Elif Yıldırım", points: 100 });
    const burak = await becomeRegular(installation, shop, { name: "Burak Çelik" });
    await elif.signIn(context);
    await page.goto(`/c/${shop.slug}/gifts`);
    await page.getByLabel("Number of their card").fill(burak.card);
    await page.getByLabel("Points", { exact: true }).fill("40");
    await page.getByLabel("A line to go with it").fill("For the coffee");
    await endSession(context, installation);
    await page.getByRole("button", { name: "Give the points" }).click();
    await expect(page.getByText("You were signed out on this device")).toBeVisible();
    await page.getByLabel("E-mail address").fill(elif.email);
    await page.getByRole("button", { name: "Send me the link" }).click();
    await expect(page.getByText("Your link is ready.")).toBeVisible();
    await page.goto(await mailedLink(installation, elif.email));
    await page.getByRole("main").getByRole("button").first().click();
    await expect(page).toHaveURL(/\/gifts$/);
    await expect(page.getByLabel("Number of their card")).toHaveValue(burak.card);
    await expect(page.getByLabel("Points", { exact: true })).toHaveValue("40");
    await expect(page.getByLabel("A line to go with it")).toHaveValue("For the coffee");
    await page.getByRole("button", { name: "Give the points" }).click();
    await expect(page.getByText("To Burak Ç.")).toHaveCount(1);
    // What was given is not offered again, here or after another sign-in.
    await page.goto(`/c/${shop.slug}/gifts`);
    await expect(page.getByLabel("Points", { exact: true })).toHaveValue("");
  } finally {
    await shop.close();
  }
});

test("what one member typed when their session ended is not there for the next one on that device", async ({
  page,
  context,
  installation,
}) => {
  const shop = await openShop(installation, program);
  try {
    const elif = await becomeRegular(installation, shop, { name: "Elif Yıldırım" });
    const burak = await becomeRegular(installation, shop, { name: "Burak Çelik" });
    await elif.signIn(context);
    await page.goto(`/c/${shop.slug}/profile`);
    await page.getByLabel("Phone number").fill("0532 765 43 21");
    await endSession(context, installation);
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("You were signed out on this device")).toBeVisible();
    await burak.signIn(context);
    await page.goto(`/c/${shop.slug}/profile`);
    await expect(page.getByLabel("Name")).toHaveValue("Burak Çelik");
    await expect(page.getByLabel("Phone number")).toHaveValue("");
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  } finally {
    await shop.close();
  }
});

// At 0 ms both presses come before an answer can; at 150 ms the first is answered in between.
for (const pace of [0, 150]) {
  test(`every button of a customer that records, pressed twice within ${pace} ms and its page loaded again, records once`, async ({
    page,
    context,
    installation,
  }) => {
    const shop = await openShop(installation, program);
    const { database, merchantId } = shop;
    const twice = async (name: string) => {
      await page.getByRole("button", { name }).first().click({ clickCount: 2, delay: pace });
    };
    try {
      const elif = await becomeRegular(installation, shop, { name: "Elif Yıldırım", points: 200 });
      const burak = await becomeRegular(installation, shop, { name: "Burak Çelik" });
      const newcomer = `newcomer@${shop.slug}.example`;
      await page.goto(`/c/${shop.slug}/join`);
      await page.getByLabel("E-mail address").fill(newcomer);
      await twice("Become a member");
      await expect(page.getByText("Your link is ready.")).toBeVisible();

      await elif.signIn(context);
      await page.goto(`/c/${shop.slug}/gifts`);
      await page.getByLabel("Number of their card").fill(burak.card);
      await page.getByLabel("Points", { exact: true }).fill("40");
      await twice("Give the points");
      await expect(page.getByText("To Burak Ç.")).toBeVisible();
      await page.reload();
      await page.goto(`/c/${shop.slug}`);
      await page.getByRole("link", { name: "Get it" }).click();
      await twice("Get it for 40 points");
      await expect(page.getByRole("img", { name: /Code of your voucher/ })).toBeVisible();
      await page.reload();
      await page.goto(`/c/${shop.slug}/activities`);
      await page.getByLabel("Its address").fill("https://example.com/review");
      await twice("I did this");
      await expect(page.getByText("What you did")).toBeVisible();
      await page.reload();
      await page.goto(`/c/${shop.slug}/profile`);
      await twice("Agree");
      await expect(page.getByText("You agreed.")).toBeVisible();
      await page.reload();
      await expect(page.getByText("You agreed.")).toBeVisible();
      await page.goBack();
      await page.goForward();
      await expect(page.getByText("You agreed.")).toBeVisible();

      const [counts] = await database.sql`
        select (select count(*)::int from outbox where merchant_id = ${merchantId} and recipient = ${newcomer}) as links,
          (select count(*)::int from gift_offer where merchant_id = ${merchantId}) as gifts,
          (select count(*)::int from redemption where merchant_id = ${merchantId}) as redemptions,
          (select count(*)::int from activity where merchant_id = ${merchantId}) as activities,
          (select count(*)::int from consent_event where merchant_id = ${merchantId} and member_id = ${elif.id}) as answers`;
      expect(counts).toEqual({ links: 1, gifts: 1, redemptions: 1, activities: 1, answers: 1 });
    } finally {
      await shop.close();
    }
  });
}

test("the session of somebody who is about to join ends: the page says so in a person's words, keeps the name, and goes on by their address", async ({
  page,
  context,
  installation,
  signInAs,
}) => {
  await signInAs("newcomer");
  await page.goto(`/c/${installation.slug}/join`);
  await page.getByLabel("Your name").fill("Ada Yeni");
  await context.clearCookies();
  await page.getByRole("button", { name: "Become a member" }).click();
  const said = page.getByRole("alert");
  await expect(said).toHaveText("You were signed out on this device. Type your e-mail address to go on.");
  await expect(said).toBeFocused();
  await expect(page.getByLabel("Your name")).toHaveValue("Ada Yeni");
  await page.getByLabel("E-mail address").fill("ada.yeni@example.com");
  await page.getByRole("button", { name: "Become a member" }).click();
  await expect(page.getByText("Your link is ready.")).toBeVisible();
});
