import { expect, type Locator, type Page } from "@playwright/test";
import type { Locale } from "@/lib/kernel/i18n/locale";
import type { Installation } from "../fixtures/installation";
import { mailedLink } from "../fixtures/mailed-link";
import { wordsIn } from "../fixtures/words";

/** Where somebody without a session asks for the mailed link: to come back to their card, or to join. */
export class CardDoorPage {
  readonly email: Locator;
  /** Of somebody whose address is asked for as well. */
  readonly name: Locator;
  /** Of somebody who is signed in, and has no card here yet. */
  readonly ownName: Locator;
  readonly offers: Locator;
  readonly turkish: Locator;
  readonly send: Locator;
  readonly join: Locator;
  readonly said: Locator;

  constructor(
    private readonly page: Page,
    private readonly slug: string,
    locale: Locale = "en",
  ) {
    const { t } = wordsIn(locale);
    this.email = page.getByLabel(t("signIn.email"), { exact: true });
    this.name = page.getByLabel(t("signIn.optionalName"), { exact: true });
    this.ownName = page.getByLabel(t("signIn.name"));
    this.offers = page.getByRole("checkbox");
    this.turkish = page.getByRole("button", { name: "Türkçe" });
    this.send = page.getByRole("button", { name: t("signIn.card.submit") });
    this.join = page.getByRole("button", { name: t("signIn.join.submit") });
    this.said = page.getByRole("alert");
  }

  async openJoin(): Promise<void> {
    await this.page.goto(`/c/${this.slug}/join`);
  }

  isWhereSomebodyWasSignedOut(): Promise<void> {
    return expect(this.page.getByText("You were signed out on this device")).toBeVisible();
  }

  linkIsReady(): Promise<void> {
    return expect(this.page.getByText("Your link is ready.")).toBeVisible();
  }

  async ask(email: string): Promise<void> {
    await this.email.fill(email);
    await this.send.click();
    await this.linkIsReady();
  }

  /** Opens the link that was mailed, here, and presses what it asks. */
  async follow(installation: Installation, email: string): Promise<void> {
    await this.page.goto(await mailedLink(installation, email));
    await this.page.getByRole("main").getByRole("button").first().click();
  }
}
