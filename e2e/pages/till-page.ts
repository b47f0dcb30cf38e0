import { expect, type Locator, type Page } from "@playwright/test";

/** The till, as a cashier knows it. */
export class TillPage {
  readonly page: Page;
  readonly find: Locator;
  readonly amount: Locator;
  readonly record: Locator;

  constructor(page: Page) {
    this.page = page;
    this.find = page.getByRole("textbox", { name: "Find a member" });
    this.amount = page.getByRole("textbox", { name: "Amount" });
    this.record = page.getByRole("button", { name: /^Record/ });
  }

  async open(slug: string): Promise<void> {
    await this.page.goto(`/m/${slug}/till`);
    await this.isReady();
  }

  /** The find field has the focus once the till listens. */
  isReady(): Promise<void> {
    return expect(this.find).toBeFocused();
  }

  /** What stands in the middle: a product, or a type when an amount is keyed. */
  tile(name: string | RegExp): Locator {
    return this.page
      .getByRole("tabpanel")
      .or(this.page.getByRole("list", { name: "What it was" }))
      .getByRole("button", { name });
  }

  tab(name: string): Locator {
    return this.page.getByRole("tab", { name });
  }

  async choose(name: string): Promise<void> {
    await this.find.fill(name);
    await this.page.getByRole("list", { name: "Members found" }).getByRole("button", { name }).click();
    await this.isServing(name);
  }

  /** A scanner types what it read, wherever the focus is, and presses Enter. */
  async scan(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    await this.page.keyboard.press("Enter");
  }

  isServing(name: string): Promise<void> {
    return expect(this.page.getByRole("heading", { name, exact: true })).toBeVisible();
  }

  /** Enrols somebody by hand and answers their card. */
  async enrol(name: string): Promise<string> {
    await this.find.fill(name);
    await this.page.getByRole("button", { name: "Enrol somebody new" }).click();
    await expect(this.page.getByLabel("Name")).toHaveValue(name);
    await this.page.getByRole("button", { name: "Enrol", exact: true }).click();
    const enrolled = await this.page.getByText(/^Enrolled with card/).textContent();
    return enrolled?.replace(/\D/g, "") ?? "";
  }

  says(text: string | RegExp): Promise<void> {
    return expect(this.page.getByText(text).first()).toBeVisible();
  }

  undoOf(name: string): Locator {
    return this.page.getByRole("button", { name: `Undo the purchase of ${name}` }).first();
  }
}
