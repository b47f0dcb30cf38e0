import { expect, type Locator, type Page } from "@playwright/test";

/** A customer's card. */
export class CardPage {
  readonly code: Locator;
  readonly getIt: Locator;
  readonly profile: Locator;
  /** Says since when the card is known, without a connection. */
  readonly offlineNote: Locator;

  constructor(
    private readonly page: Page,
    private readonly slug: string,
  ) {
    this.code = page.getByRole("img", { name: /Code of your card/ });
    this.getIt = page.getByRole("link", { name: "Get it" });
    this.profile = page.getByRole("link", { name: "Your profile" });
    this.offlineNote = page.getByText("No connection. This is your card as of");
  }

  async open(): Promise<void> {
    await this.page.goto(`/c/${this.slug}`);
  }

  has(points: number): Promise<void> {
    return expect(this.page.getByText(String(points), { exact: true }).first()).toBeVisible();
  }

  says(text: string | RegExp): Promise<void> {
    return expect(this.page.getByText(text).first()).toBeVisible();
  }

  /** Until the card is kept on the device: its page as it is kept. */
  async isKept(): Promise<string> {
    return this.page.evaluate(async (url) => {
      await navigator.serviceWorker.ready;
      for (let tries = 0; tries < 100 && !(await caches.match(url)); tries++) {
        await new Promise((next) => requestAnimationFrame(next));
      }
      return (await caches.match(url))?.text() ?? "";
    }, `/c/${this.slug}`);
  }

  /** By the words at the bottom. */
  async goTo(page: "Card" | "Rewards" | "History" | "How it works"): Promise<void> {
    await this.page.getByRole("link", { name: page, exact: true }).click();
  }
}
