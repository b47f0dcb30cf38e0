import { expect, type Locator, type Page } from "@playwright/test";

/** What a customer can do besides buying, and did. */
export class OwnActivitiesPage {
  readonly done: Locator;

  constructor(
    private readonly page: Page,
    private readonly slug: string,
  ) {
    this.done = page.getByRole("button", { name: "I did this" });
  }

  async open(): Promise<void> {
    await this.page.goto(`/c/${this.slug}/activities`);
  }

  /** What the shop asks of whoever did it, by its question. */
  asked(question: string): Locator {
    return this.page.getByLabel(question);
  }

  isReported(): Promise<void> {
    return expect(this.page.getByText("What you did")).toBeVisible();
  }
}
