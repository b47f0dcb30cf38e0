"use client";

import { useLocale, useTranslations } from "next-intl";
import type { PointsName } from "@/components/merchant/points-name";
import { PriceList } from "@/components/ui/price-list";
import { SubmitButton } from "@/components/ui/submit-button";
import { formatCard, normaliseCard } from "@/lib/kernel/card-number";
import { formatDayNearOf, unbroken } from "@/lib/kernel/i18n/day-words";
import { formatPoints } from "@/lib/kernel/points";

/** To whom it goes and what it leaves, before it is given. Everything typed goes along, to be given or changed. */
export function GiftCheck({
  action,
  typed,
  preview: { id, to, points: given, left, expiresAt },
  points,
  zone,
  today,
}: {
  action: (form: FormData) => void;
  typed: Record<string, string>;
  preview: { id: string; to: string | null; points: number; left: number; expiresAt: string };
  points: PointsName;
  zone: string;
  today: string;
}) {
  const [t, locale] = [useTranslations("portal.gifts"), useLocale()];
  const { card = "", message } = typed;
  const amount = unbroken(points.count(given));
  const lastDay = new Date(Date.parse(expiresAt) - 1);
  const day = unbroken(formatDayNearOf(lastDay, { zone, locale, today }));
  return (
    // What was typed is on the page before, and stays kept for it: form-script.ts.
    <form action={action} data-goes-on="" className="mt-4 grid gap-4" noValidate>
      {Object.entries({ id, card, points: typed.points, message }).map(([name, value]) =>
        value ? <input key={name} type="hidden" name={name} value={value} /> : null,
      )}
      <div className="grid gap-3 rounded-control bg-wash px-4 py-4">
        <h2 tabIndex={-1} className="text-title wrap-break-word outline-none">
          {to
            ? t("askTo", { points: amount, name: unbroken(to) })
            : t("askCard", { points: amount, card: unbroken(formatCard(normaliseCard(card))) })}
        </h2>
        {message ? <p className="text-ink-2 wrap-break-word">{t("quote", { message })}</p> : null}
        <PriceList
          size="reading"
          items={[
            { label: t("before"), value: formatPoints(left + given, locale) },
            { label: t("goes"), value: formatPoints(-given, locale, { signed: true }) },
          ]}
          sum={{ label: t("left"), value: formatPoints(left, locale) }}
        />
      </div>
      <p className="text-ink-2">{t("back", { day })}</p>
      <div className="flex flex-wrap gap-2.5">
        <SubmitButton name="step" value="done" pendingLabel={t("giving")} size="l">
          {t("giveSome", { points: amount })}
        </SubmitButton>
        <SubmitButton name="step" value="change" variant="plain" size="l">
          {t("change")}
        </SubmitButton>
      </div>
    </form>
  );
}
