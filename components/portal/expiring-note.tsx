import { useTranslations } from "next-intl";
import type { PointsName } from "@/components/merchant/points-name";
import { Disclosure } from "@/components/ui/disclosure";
import { PriceList } from "@/components/ui/price-list";
import { TextLink } from "@/components/ui/text-link";
import { formatDay, formatDayNear } from "@/lib/kernel/i18n/day-words";
import { formatPoints } from "@/lib/kernel/points";
import { CardNote } from "./card-note";

interface ExpiringDay {
  lastDay: string;
  points: number;
}

/** What expires next; several days open in place into the list of them. */
export function ExpiringNote({
  days,
  next,
  today,
  locale,
  points,
  use,
}: {
  /** Those that are near, soonest first. */
  days: ExpiringDay[];
  /** The first one, where none is near. */
  next: ExpiringDay | null;
  today: string;
  locale: string;
  points: PointsName;
  /** Where they can be used before; null where nothing is within reach. */
  use: string | null;
}) {
  const t = useTranslations("portal.card");
  const [first, ...others] = days;
  const last = others.at(-1);
  const day = (date: string) => formatDayNear(date, locale, today);
  if (!first) {
    return next ? (
      <CardNote figure={formatPoints(next.points, locale)} quiet>
        {t("expire", { day: day(next.lastDay) })}
      </CardNote>
    ) : null;
  }
  const said = first.lastDay === today ? t("expireToday") : t("expire", { day: day(first.lastDay) });
  const link = use ? { href: use, label: t("use") } : undefined;
  const figure = formatPoints(first.points, locale);
  if (!last) {
    return (
      <CardNote figure={figure} link={link}>
        {said}
      </CardNote>
    );
  }
  const more = others.reduce((sum, one) => sum + one.points, 0);
  return (
    <div className="border-b border-line">
      <Disclosure
        panel
        summary={
          <p className="flex items-baseline gap-4 py-2.5">
            <span className="min-w-8 font-strong">{figure}</span>
            <span className="grow">
              {said}, {t("expireMore", { points: more, day: day(last.lastDay) })}
            </span>
          </p>
        }
      >
        <PriceList
          size="reading"
          items={days.map(({ lastDay, points: count }) => ({
            key: lastDay,
            label: formatDay(lastDay, locale, "long"),
            value: formatPoints(count, locale),
          }))}
          sum={{ label: points.Many, value: formatPoints(first.points + more, locale) }}
        />
        {link ? (
          <p className="mt-3">
            <TextLink href={link.href} className="touchable">
              {link.label}
            </TextLink>
          </p>
        ) : null}
      </Disclosure>
    </div>
  );
}
