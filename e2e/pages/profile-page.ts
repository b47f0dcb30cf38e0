import { expect, type Locator, type Page } from "@playwright/test";
import type { Locale } from "@/lib/kernel/i18n/locale";
import { type Words, wordsIn } from "../fixtures/words";

/** Who a customer is at this shop, what they agreed to, and the way out. */
export class ProfilePage {
  readonly name: Locator;
  readonly phone: Locator;
  readonly birthday: Locator;
  readonly save: Locator;
  readonly agree: Locator;
  readonly takeBack: Locator;
  readonly turkish: Locator;
  readonly signOut: Locator;
  private readonly words: Words;

  constructor(
    private readonly page: Page,
    private readonly slug: string,
    locale: Locale = "en",
  ) {
    this.words = wordsIn(locale);
    const field = (key: string) => page.getByLabel(this.words.t(`portal.profile.${key}`), { exact: true });
    const button = (key: string) => page.getByRole("button", { name: this.words.t(`portal.${key}`) });
    this.name = field("name");
    this.phone = field("phone");
    this.birthday = field("birthday");
    this.save = button("profile.save");
    this.agree = button("consents.allow");
    this.takeBack = button("consents.stop");
    this.turkish = page.getByRole("button", { name: "Türkçe" });
    this.signOut = button("profile.signOut");
  }

  async open(): Promise<void> {
    await this.page.goto(`/c/${this.slug}/profile`);
  }

  async saves(): Promise<void> {
    await this.save.click();
    await this.says(this.words.t("portal.profile.saved"));
  }

  says(text: string | RegExp): Promise<void> {
    return expect(this.page.getByText(text)).toBeVisible();
  }

  async openAnswers(): Promise<void> {
    await this.page.getByText("Every answer you gave").click();
  }

  /** The path of the file that a member's data comes as. */
  async download(): Promise<string> {
    const download = this.page.waitForEvent("download");
    await this.page.getByRole("link", { name: "Download my data" }).click();
    return (await download).path();
  }

  /** `confirm`: what the last button says that it costs. */
  async leave(confirm: string): Promise<void> {
    await this.page.getByText("Leave the program").click();
    await this.page.getByRole("button", { name: confirm }).click();
    await this.says(/^You left/);
  }
}
