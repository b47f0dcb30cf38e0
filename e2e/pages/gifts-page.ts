import { expect, type Locator, type Page } from "@playwright/test";

/** Points for another member: the form, what it comes to before it is given, and what became of what was given. */
export class GiftsPage {
  readonly card: Locator;
  readonly points: Locator;
  readonly message: Locator;
  /** Goes on to what it comes to. */
  readonly check: Locator;
  readonly question: Locator;
  readonly give: Locator;
  readonly change: Locator;
  readonly scan: Locator;
  readonly closeCamera: Locator;
  readonly accept: Locator;
  readonly decline: Locator;
  readonly takeBack: Locator;
  readonly refusal: Locator;
  readonly given: Locator;

  constructor(
    private readonly page: Page,
    private readonly slug: string,
  ) {
    this.card = page.getByLabel("Number of their card");
    this.points = page.getByLabel("Points", { exact: true });
    this.message = page.getByLabel("A line to go with it");
    this.check = page.getByRole("button", { name: "See who gets them" });
    this.question = page.getByRole("heading", { name: /^Give .+\?$/ });
    this.give = page.getByRole("button", { name: /^Give [\d,]+/ });
    this.change = page.getByRole("button", { name: "Change" });
    this.scan = page.getByRole("button", { name: "Scan their card" });
    this.closeCamera = page.getByRole("button", { name: "Close" });
    this.accept = page.getByRole("button", { name: "Accept" });
    this.decline = page.getByRole("button", { name: "Decline" });
    this.takeBack = page.getByRole("button", { name: "Take it back" });
    this.refusal = page.getByRole("alert");
    this.given = page.getByRole("status").filter({ hasText: "It is on its way." });
  }

  async open(): Promise<void> {
    await this.page.goto(`/c/${this.slug}/gifts`);
  }

  /** The newest gift to or from somebody, and how it stands. */
  gift(other: string): Locator {
    return this.gifts(other).first();
  }

  gifts(other: string): Locator {
    return this.page.getByRole("main").getByRole("listitem").filter({ hasText: other });
  }

  async fill({ card, points, message }: { card: string; points: number; message?: string }): Promise<void> {
    await this.card.fill(card);
    await this.points.fill(String(points));
    if (message) await this.message.fill(message);
  }

  async holds({
    card,
    points,
    message = "",
  }: {
    card: string;
    points: number;
    message?: string;
  }): Promise<void> {
    await expect(this.card).toHaveValue(card);
    await expect(this.points).toHaveValue(String(points));
    await expect(this.message).toHaveValue(message);
  }

  says(text: string): Promise<void> {
    return expect(this.page.getByText(text)).toBeVisible();
  }

  /** What it says of before, of what goes and of what is left. */
  async comesTo(
    lines: Record<"On your card now" | "This gift" | "Left on your card", string>,
  ): Promise<void> {
    for (const [label, figure] of Object.entries(lines)) {
      const line = this.page.getByRole("term").filter({ hasText: label }).locator("xpath=..");
      await expect(line.getByRole("definition")).toHaveText(figure);
    }
  }

  async offer(gift: { card: string; points: number; message?: string }): Promise<void> {
    await this.fill(gift);
    await this.check.click();
    await this.give.click();
    await expect(this.given).toBeVisible();
  }
}
