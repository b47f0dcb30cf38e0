import { expect, type Locator, type Page } from "@playwright/test";

/** Points for another member: the form, and what became of what was given. */
export class GiftsPage {
  readonly card: Locator;
  readonly points: Locator;
  readonly message: Locator;
  readonly give: Locator;
  readonly accept: Locator;
  readonly decline: Locator;
  readonly takeBack: Locator;
  readonly refusal: Locator;

  constructor(
    private readonly page: Page,
    private readonly slug: string,
  ) {
    this.card = page.getByLabel("Number of their card");
    this.points = page.getByLabel("Points", { exact: true });
    this.message = page.getByLabel("A line to go with it");
    this.give = page.getByRole("button", { name: "Give the points" });
    this.accept = page.getByRole("button", { name: "Accept" });
    this.decline = page.getByRole("button", { name: "Decline" });
    this.takeBack = page.getByRole("button", { name: "Take it back" });
    this.refusal = page.getByRole("alert");
  }

  async open(): Promise<void> {
    await this.page.goto(`/c/${this.slug}/gifts`);
  }

  /** The newest gift to or from somebody, and how it stands. */
  gift(other: string): Locator {
    return this.page.getByRole("main").getByRole("listitem").filter({ hasText: other }).first();
  }

  async offer({ card, points }: { card: string; points: number }): Promise<void> {
    await this.card.fill(card);
    await this.points.fill(String(points));
    await this.give.click();
    await expect(this.page.getByRole("status")).toContainText("It is on its way.");
  }
}
