import { locales } from "@/lib/kernel/i18n/locale";
import { expectRefused } from "../fixtures/expect-refused";
import { test } from "../fixtures/test";
import { speak, wordsIn } from "../fixtures/words";
import { deskForms } from "../forms/desk";
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
