import { expect, test } from "vitest";
import { locales } from "@/lib/kernel/i18n/locale";
import { composeMail } from "./compose-mail";
import { type MailKind, mailKinds } from "./domain/mail-kinds";

const kinds = Object.keys(mailKinds) as MailKind[];

test.each(kinds.flatMap((kind) => locales.map((locale) => [kind, locale] as const)))(
  "the %s mail is written in %s, with nothing left to fill in",
  (kind, locale) => {
    const href = mailKinds[kind].secret ? "https://shop.example/x" : undefined;
    const shop = { name: "Köşe Kahve", colour: "forest" };
    const params = {
      minutes: 15,
      points: "9 points",
      day: "30 November",
      total: "9 points",
      amount: "₺9",
      days: 1,
      tier: "Gold",
      keep: "Six visits by 31 January keep you Gold.",
      counted: "14 of 20 visits since 1 August",
      benefits: "none",
      event: "Beans of Ethiopia",
      place: "At the bar",
      time: "19:00",
      count: 9,
    };
    const { subject, text, html } = composeMail({ kind, shop, locale, href, params });
    for (const part of [subject, text, html]) {
      expect(part).not.toMatch(/mail\.|[{}]/);
      expect(part.length).toBeGreaterThan(5);
    }
    expect(text).toContain("Köşe Kahve");
    if (href) expect(text).toContain(href);
  },
);

test("the same mail differs by language", () => {
  const mail = (locale: "en" | "tr") =>
    composeMail({
      kind: "sign-in",
      shop: { name: "X", colour: "forest" },
      locale,
      href: "h",
      params: { minutes: 15 },
    });
  expect(mail("en").text).toContain("for 15 minutes");
  expect(mail("tr").text).toContain("15 dakika");
});
