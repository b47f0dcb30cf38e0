import { expect, type Page } from "@playwright/test";
import type { Installation } from "./fixtures/installation";
import { sendWrong } from "./fixtures/send-wrong";
import type { Words } from "./fixtures/words";
import { counterForms } from "./forms/counter";
import { cardForms, customerDoorForms } from "./forms/customer";
import { deskForms } from "./forms/desk";
import { programForms } from "./forms/program";
import type { RefusedForm } from "./forms/refused-form";
import { type ListedPage, pages } from "./pages";

/** A page after something was done on it that writes nothing. */
export interface ListedState extends ListedPage {
  reach?(page: Page, words: Words, installation: Installation): Promise<void>;
}

const openFirst = (page: Page) => page.getByRole("main").locator("summary").first().click();

/** What a page of the list looks like once a form of it was refused. */
function refused(name: string, base: string, forms: readonly RefusedForm[], form: string): ListedState {
  const listed = pages.find((page) => page.name === base);
  const wrong = forms.find((one) => one.name === form);
  if (!listed || !wrong) throw new Error(`there is no ${base}, or no form ${form}`);
  const reach = async (page: Page, words: Words) => {
    await sendWrong(page, wrong, words);
    await expect(page.getByText(wrong.says(words)).first()).toBeVisible();
  };
  return { ...listed, name, path: wrong.path.includes("?") ? `/m/:slug/${wrong.path}` : listed.path, reach };
}

async function chooseCustomer(page: Page, { t }: Words, { card }: Installation): Promise<void> {
  const find = page.getByLabel(t("till.find.label"));
  await expect(find).toBeFocused();
  await find.fill(card);
  await find.press("Enter");
  await expect(page.getByRole("button", { name: t("till.member.leave") })).toBeVisible();
}

/** Second looks at pages: opened, refused, chosen, empty. Looked through by axe and photographed as pages are. */
export const states: ListedState[] = [
  { name: "card-history-opened", path: "/c/:slug/history", as: "customer", reach: openFirst },
  { name: "card-history-nothing", path: "/c/:slug/history?q=zzzz", as: "customer" },
  { name: "card-reward-opened", path: "/c/:slug/rewards?reward=breakfast", as: "customer" },
  {
    name: "card-gift-looked-at",
    path: "/c/:slug/gifts",
    as: "customer",
    reach: async (page, { t }, { friendCard }) => {
      await page.getByLabel(t("portal.gifts.card")).fill(friendCard);
      await page.locator("#gift-points").fill("40");
      await page.getByLabel(t("portal.gifts.message")).fill("Cuma için");
      await page.getByRole("button", { name: t("portal.gifts.check") }).click();
      await expect(page.getByRole("button", { name: t("portal.gifts.change") })).toBeVisible();
    },
  },
  refused("card-gift-refused", "card-gifts", cardForms, "a gift for a card of three digits"),
  refused("card-profile-refused", "card-profile", cardForms, "the profile"),
  refused("card-sign-in-refused", "card-sign-in", customerDoorForms, "the sign-in"),
  refused("card-join-refused", "card-join-stranger", customerDoorForms, "joining"),
  {
    name: "card-leaving",
    path: "/c/:slug/profile",
    as: "customer",
    reach: (page, { t }) => page.getByText(t("portal.leave.open")).click(),
  },
  {
    name: "card-offline",
    path: "/c/:slug",
    as: "customer",
    // Shown as it is kept, by the browser itself: without a connection it is that, and nothing else.
    reach: async (page, { t }) => {
      await page.evaluate(async () => {
        await navigator.serviceWorker.ready;
        const path = location.pathname;
        for (let tries = 0; tries < 300 && !(await caches.match(path)); tries++)
          await new Promise((next) => requestAnimationFrame(next));
        const kept = (await (await caches.match(path))?.text()) ?? "";
        document.open();
        document.write(kept);
        document.close();
      });
      await expect(
        page.getByText(t("portal.card.offline", { day: "#", time: "" }).split("#")[0] ?? ""),
      ).toBeVisible();
    },
  },
  {
    name: "till-serving",
    path: "/m/:slug/till",
    as: "cashier",
    reach: async (page, words, installation) => {
      await chooseCustomer(page, words, installation);
      const product = page.getByRole("tabpanel").getByRole("button").first();
      await product.click();
      await product.click();
      // Two lattes of 170.
      await expect(page.locator("dl").filter({ hasText: "340" })).toBeVisible();
    },
  },
  {
    name: "till-unknown",
    path: "/m/:slug/till",
    as: "cashier",
    reach: async (page, { t }) => {
      const find = page.getByLabel(t("till.find.label"));
      await expect(find).toBeFocused();
      await find.fill("zzzz");
      await find.press("Enter");
      await expect(page.getByText(t("till.find.none", { text: "zzzz" })).first()).toBeVisible();
    },
  },
  refused("till-enrol-refused", "till", counterForms, "a new member at the till"),
  refused("member-new-refused", "member-new", counterForms, "a new member"),
  refused("member-edit-refused", "member", deskForms, "a member's details"),
  refused("event-new-refused", "events", deskForms, "an evening in the past"),
  { name: "members-nobody", path: "/m/:slug/members?q=zzzz", as: "cashier" },
  {
    name: "member-purchase-opened",
    path: "/m/:slug/members/:member?view=purchases",
    as: "owner",
    reach: openFirst,
  },
  { name: "rule-editor", path: "/m/:slug/program/rules?rule=before-ten", as: "owner" },
  { name: "rule-new", path: "/m/:slug/program/rules?new", as: "owner" },
  refused("rule-refused", "rules", programForms, "a rule"),
  {
    name: "publish-dialog",
    path: "/m/:slug/program/difference",
    as: "owner",
    reach: async (page, { t }) => {
      await page
        .getByRole("button", { name: t("rules.publish.action"), exact: true })
        .first()
        .click();
      await expect(page.getByRole("dialog")).toBeVisible();
    },
  },
  { name: "audit-opened", path: "/m/:slug/settings/audit", as: "owner", reach: openFirst },
  { name: "audit-nothing", path: "/m/:slug/settings/audit?from=2199-01-01", as: "owner" },
  {
    name: "sections-opened",
    path: "/m/:slug/settings/shop",
    as: "owner",
    // On a phone, where they are folded.
    reach: async (page) => {
      const folded = page.locator("summary").first();
      if (await folded.isVisible()) await folded.click();
    },
  },
];
