import { expect, type Page } from "@playwright/test";

/** Where a manager reads what a draft changes, and lets it come into force. */
export class DraftPage {
  constructor(private readonly page: Page) {}

  /** A change was saved, and is the only one. */
  hasOneChange(): Promise<void> {
    return expect(this.page.getByText(/Your draft has one change/)).toBeVisible();
  }

  async difference(slug: string): Promise<void> {
    await this.page.goto(`/m/${slug}/program/difference`);
  }

  async publish(why?: string): Promise<void> {
    await this.page.getByRole("button", { name: "Publish", exact: true }).click();
    const dialog = this.page.getByRole("dialog");
    if (why) await dialog.getByLabel("Why").fill(why);
    await dialog.getByRole("button", { name: /^Publish version/ }).click();
    await expect(this.page.getByText(/Your draft has/)).toBeHidden();
  }
}
