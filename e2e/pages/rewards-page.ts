import { expect, type Locator, type Page } from "@playwright/test";

/** What a customer can get for points, and the vouchers that they have. */
export class RewardsPage {
  readonly wallet: Locator;
  readonly vouchers: Locator;
  readonly code: Locator;
  readonly refusal: Locator;

  constructor(
    private readonly page: Page,
    private readonly slug: string,
  ) {
    this.wallet = page.getByRole("region", { name: "Your vouchers" });
    this.vouchers = this.wallet.getByRole("listitem");
    this.code = page.getByRole("img", { name: /Code of your voucher/ });
    this.refusal = page.getByRole("alert");
  }

  async open(): Promise<void> {
    await this.page.goto(`/c/${this.slug}/rewards`);
  }

  row(reward: string): Locator {
    return this.page
      .getByRole("list", { name: "Rewards" })
      .getByRole("listitem")
      .filter({ has: this.page.getByText(reward, { exact: true }) });
  }

  /** Opens the row of a reward: what it costs and leaves, and on what conditions. */
  async look(reward: string): Promise<void> {
    await this.row(reward).getByText(reward, { exact: true }).click();
  }

  get(points: number): Locator {
    return this.page.getByRole("button", { name: `Get it for ${points} points` });
  }

  /** Of a voucher that stands open. */
  async giveBack(): Promise<void> {
    await this.wallet.getByText("Give it back").first().click();
    await this.wallet.getByRole("button", { name: "Give it back" }).click();
  }

  hasNoVouchers(): Promise<void> {
    return expect(this.wallet.getByText(/^No vouchers\./)).toBeVisible();
  }
}
