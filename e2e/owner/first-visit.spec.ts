import { locales } from "@/lib/kernel/i18n/locale";
import { expectRefused } from "../fixtures/expect-refused";
import { expect, test } from "../fixtures/test";
import { startUnused } from "../fixtures/unused";
import { speak, wordsIn } from "../fixtures/words";
import { setupForms } from "../forms/counter";

test("the first visit: what is wrong is told beside its field in both languages; put right, the owner is in their shop and there is nothing more to set up", async ({
  page,
  installation,
}) => {
  const { url, answers, stop } = await startUnused(installation);
  try {
    await expect.poll(answers, { timeout: 60_000 }).toBe(true);
    for (const locale of locales) {
      await speak(page, { ...installation, baseUrl: url }, locale);
      for (const form of setupForms) {
        await expectRefused(page, { ...form, path: `${url}${form.path}` }, wordsIn(locale));
      }
    }
    await speak(page, { ...installation, baseUrl: url }, "en");
    await page.goto(url);
    await page.getByLabel("Name of the shop").fill("Köşe Kahve");
    await page.getByLabel("Currency").selectOption("TRY");
    await page.getByLabel("Your e-mail address").fill("owner@kose-kahve.example");
    await page.getByLabel("Password").fill("a shop of one's own");
    await page.getByRole("button", { name: "Make the shop" }).click();
    await page.waitForURL("**/m/kose-kahve/**");
    expect((await page.goto(`${url}/setup`))?.status()).toBe(404);
  } finally {
    await stop();
  }
});
