import { expect, type Locator, type Page } from "@playwright/test";

/** How a customer's points came and went. */
export class HistoryPage {
  readonly entries: Locator;
  /** Those that open into why. */
  readonly awards: Locator;
  readonly earlier: Locator;

  constructor(
    private readonly page: Page,
    private readonly slug: string,
  ) {
    this.entries = page.getByRole("main").getByRole("listitem");
    this.awards = this.entries.filter({ has: page.getByRole("group") });
    this.earlier = page.getByRole("link", { name: "Earlier entries" });
  }

  async open(): Promise<void> {
    await this.page.goto(`/c/${this.slug}/history`);
  }

  entry(title: string | RegExp): Locator {
    return this.entries.filter({ hasText: title }).first();
  }

  /** Opens why an award came to what it did. */
  async explain(award: Locator): Promise<void> {
    await award.getByRole("group").click();
  }

  isExplained(sentence: string | RegExp): Promise<void> {
    return expect(this.page.getByText(sentence).first()).toBeVisible();
  }

  async search(text: string): Promise<void> {
    await this.page.getByRole("link", { name: "Search the history" }).click();
    await this.page.getByRole("searchbox").fill(text);
    await this.page.getByRole("button", { name: "Find" }).click();
    await expect(this.page.getByText(`What matches “${text}”.`)).toBeVisible();
  }

  /** The path of the file that it comes as. */
  async download(): Promise<string> {
    const download = this.page.waitForEvent("download");
    await this.page.getByRole("link", { name: /Download the history/ }).click();
    return (await download).path();
  }
}
