import { expect, type Locator, type Page } from "@playwright/test";

/** A customer's card. */
export class CardPage {
  readonly code: Locator;
  readonly getIt: Locator;

  constructor(
    private readonly page: Page,
    private readonly slug: string,
  ) {
    this.code = page.getByRole("img", { name: /Code of your card/ });
    this.getIt = page.getByRole("link", { name: "Get it" });
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

  /** By the words at the bottom. */
  async goTo(page: "Card" | "Rewards" | "History" | "How it works"): Promise<void> {
    await this.page.getByRole("link", { name: page, exact: true }).click();
  }
}
