import { locales } from "@/lib/kernel/i18n/locale";
import { expectRefused } from "../fixtures/expect-refused";
import { openPrepared } from "../fixtures/prepared-shop";
import { test } from "../fixtures/test";
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
  const { slug, memberId, close } = await openPrepared(page, installation);
  try {
    for (const locale of locales) {
      await speak(page, installation, locale);
      for (const form of preparedForms) {
        const path = `/m/${slug}/${form.path.replace(":member", memberId)}`;
        await expectRefused(page, { ...form, path }, wordsIn(locale));
      }
    }
  } finally {
    await close();
  }
});
