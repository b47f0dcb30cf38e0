import type { Locator } from "@playwright/test";
import { locales } from "@/lib/kernel/i18n/locale";
import { endSession } from "../fixtures/end-session";
import { expectRefused } from "../fixtures/expect-refused";
import { openShop } from "../fixtures/own-shop";
import { onePerLira } from "../fixtures/programs";
import { becomeRegular } from "../fixtures/regular";
import { expect, test } from "../fixtures/test";
import { speak, wordsIn } from "../fixtures/words";
import { cardForms, customerDoorForms } from "../forms/customer";
import { CardDoorPage } from "../pages/card-door-page";
import { CardPage } from "../pages/card-page";
import { GiftsPage } from "../pages/gifts-page";
import { OwnActivitiesPage } from "../pages/own-activities-page";
import { ProfilePage } from "../pages/profile-page";
import { RewardsPage } from "../pages/rewards-page";

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

for (const step of ["check", "give"] as const)
  test(`the session ends over a gift (${step}): after the mailed link it stands there as it was, and is given once`, async ({
    page,
    context,
    installation,
  }) => {
    const shop = await openShop(installation, program);
    try {
      const elif = await becomeRegular(installation, shop, { name: "Elif Yıldırım", points: 100 });
      const burak = await becomeRegular(installation, shop, { name: "Burak Çelik" });
      await elif.signIn(context);
      const [gifts, door] = [new GiftsPage(page, shop.slug), new CardDoorPage(page, shop.slug)];
      const typed = { card: burak.card, points: 40, message: "For the coffee" };
      await gifts.open();
      await gifts.fill(typed);
      if (step === "give") await gifts.check.click();
      await endSession(context, installation);
      await gifts[step].click();
      await door.isWhereSomebodyWasSignedOut();
      await door.ask(elif.email);
      await door.follow(installation, elif.email);
      await expect(page).toHaveURL(/\/gifts$/);
      await gifts.holds(typed);
      await gifts.check.click();
      await gifts.give.click();
      await expect(gifts.gifts("To Burak Ç.")).toHaveCount(1);
      // What was given is not offered again, here or after another sign-in.
      await gifts.open();
      await expect(gifts.points).toHaveValue("");
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
    const profile = new ProfilePage(page, shop.slug);
    await profile.open();
    await profile.phone.fill("0532 765 43 21");
    await endSession(context, installation);
    await profile.save.click();
    await new CardDoorPage(page, shop.slug).isWhereSomebodyWasSignedOut();
    await burak.signIn(context);
    await profile.open();
    await expect(profile.name).toHaveValue("Burak Çelik");
    await expect(profile.phone).toHaveValue("");
    // The language is the device's, not a member's.
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(["regulars language"]);
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
    const twice = (button: Locator) => button.first().click({ clickCount: 2, delay: pace });
    try {
      const elif = await becomeRegular(installation, shop, { name: "Elif Yıldırım", points: 200 });
      const burak = await becomeRegular(installation, shop, { name: "Burak Çelik" });
      const newcomer = `newcomer@${shop.slug}.example`;
      const door = new CardDoorPage(page, shop.slug);
      await door.openJoin();
      await door.email.fill(newcomer);
      await twice(door.join);
      await door.linkIsReady();

      await elif.signIn(context);
      const gifts = new GiftsPage(page, shop.slug);
      await gifts.open();
      await gifts.fill({ card: burak.card, points: 40 });
      await twice(gifts.check);
      await twice(gifts.give);
      await expect(gifts.gift("To Burak Ç.")).toBeVisible();
      await page.reload();
      const [card, rewards] = [new CardPage(page, shop.slug), new RewardsPage(page, shop.slug)];
      await card.open();
      await card.getIt.click();
      await twice(rewards.get(40));
      await expect(rewards.code).toBeVisible();
      await page.reload();
      const activities = new OwnActivitiesPage(page, shop.slug);
      await activities.open();
      await activities.asked("Its address").fill("https://example.com/review");
      await twice(activities.done);
      await activities.isReported();
      await page.reload();
      const profile = new ProfilePage(page, shop.slug);
      await profile.open();
      await twice(profile.agree);
      await profile.says("You agreed.");
      await page.reload();
      await profile.says("You agreed.");
      await page.goBack();
      await page.goForward();
      await profile.says("You agreed.");

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
  const door = new CardDoorPage(page, installation.slug);
  await door.openJoin();
  await door.ownName.fill("Ada Yeni");
  await context.clearCookies();
  await door.join.click();
  await expect(door.said).toHaveText(
    "You were signed out on this device. Type your e-mail address to go on.",
  );
  await expect(door.said).toBeFocused();
  await expect(door.ownName).toHaveValue("Ada Yeni");
  await door.email.fill("ada.yeni@example.com");
  await door.join.click();
  await door.linkIsReady();
});
