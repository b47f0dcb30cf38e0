import { locales } from "@/lib/kernel/i18n/locale";
import { applyProgram } from "@/lib/program/commands/apply-program";
import { programSchema } from "@/lib/program/schemas";
import { expectRefused } from "../fixtures/expect-refused";
import { openShop } from "../fixtures/own-shop";
import { onePerLira } from "../fixtures/programs";
import { becomeRegular } from "../fixtures/regular";
import { expect, test } from "../fixtures/test";
import { speak, wordsIn } from "../fixtures/words";
import { deskForms, preparedForms } from "../forms/desk";
import { programForms } from "../forms/program";

for (const locale of locales) {
  test(`every form of the desk, sent with something wrong: kept as typed, told beside the field (${locale})`, async ({
    page,
    installation,
    signInAs,
  }) => {
    await speak(page, installation, locale);
    await signInAs("owner");
    const { slug, memberId, eventId } = installation;
    for (const form of [...deskForms, ...programForms]) {
      const path = `/m/${slug}/${form.path.replace(":member", memberId).replace(":event", eventId)}`;
      await expectRefused(page, { ...form, path }, wordsIn(locale));
    }
  });
}

test("a reason for 40 points that exist and a note of one's own, sent empty: told beside the field, in both languages", async ({
  page,
  installation,
}) => {
  const shop = await openShop(installation, onePerLira);
  try {
    const { slug, merchantId, database } = shop;
    const { id } = await becomeRegular(installation, shop, { name: "Elif Yıldırım", points: 40 });
    const yearly = programSchema.parse({ ...onePerLira, expiry: { kind: "after", months: 12 } });
    const actor = { kind: "system" as const, merchantId, name: "journey", transport: "cli" as const };
    await applyProgram.execute({ actor, database, now: new Date() }, { content: yearly });
    await shop.signIn(page, "owner");
    await page.goto(`/m/${slug}/members/${id}?view=notes`);
    await page.getByLabel("A note").fill("Oat milk, always");
    await page.getByRole("button", { name: "Keep note" }).click();
    await expect(page.getByRole("listitem").filter({ hasText: "Oat milk, always" })).toBeVisible();
    for (const locale of locales) {
      await speak(page, installation, locale);
      for (const form of preparedForms) {
        const path = `/m/${slug}/${form.path.replace(":member", id)}`;
        await expectRefused(page, { ...form, path }, wordsIn(locale));
      }
    }
  } finally {
    await shop.close();
  }
});
