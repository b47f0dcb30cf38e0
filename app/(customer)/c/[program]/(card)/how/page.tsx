import { getLocale, getTranslations } from "next-intl/server";
import { Column } from "@/components/layout/customer-shell";
import { StripSign } from "@/components/layout/sign";
import { ProgramSheet } from "@/components/program/program-sheet";
import { sheetParts } from "@/components/program/sheet-parts";
import { TextLink } from "@/components/ui/text-link";
import { ask } from "@/lib/access/ask";
import { memberPage } from "@/lib/access/session";
import { ownActivities } from "@/lib/activities/queries/own-activities";
import { formatDayOf } from "@/lib/kernel/i18n/day-words";
import { formatMoney } from "@/lib/kernel/money";
import { getOwnSheet } from "@/lib/program/queries/get-sheet";
import { pointsOf } from "../../../points-of";
import { CardFrame } from "../frame";

/** The published program in words, made from the rules themselves. */
export default async function HowPage({ params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  const [{ actor, shop }, locale, t, sheet, expiry, tiers] = await Promise.all([
    memberPage(program, "how"),
    getLocale(),
    getTranslations("portal.how"),
    getTranslations("sheet"),
    getTranslations("expiry.says"),
    getTranslations("tiers.says"),
  ]);
  const [rules, own, points] = await Promise.all([
    ask(actor, getOwnSheet, { locale }),
    ask(actor, ownActivities, { locale }),
    pointsOf(shop),
  ]);
  const things = own.things.length;
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  return (
    <CardFrame
      program={program}
      colour={shop.colour}
      sign={<StripSign name={shop.name} href={`/c/${program}`} />}
    >
      <Column className="pt-6">
        <h1 className="text-section">{t("title", { word: points.many })}</h1>
        {rules ? (
          <>
            {things > 0 ? (
              <p className="mt-2">
                <TextLink href={`/c/${program}/activities`} className="touchable">
                  {t("things", { count: things, word: points.many })}
                </TextLink>
              </p>
            ) : null}
            <div className="mt-5">
              <ProgramSheet
                parts={sheetParts(rules, {
                  t: sheet,
                  expiry,
                  tiers,
                  locale,
                  points,
                  cap: (cap) => t(`cap.${cap.per}`, { points: points.count(cap.points) }),
                  money: (amount) => formatMoney(amount, shop.currency, locale, { trim: true }),
                  list: (names) => list.format(names),
                })}
              />
            </div>
            <p className="mt-2 text-body text-ink-2">
              {t("since", { day: formatDayOf(rules.effectiveFrom, shop.timezone, locale, "long") })}
            </p>
          </>
        ) : (
          <p className="mt-3">{t("none")}</p>
        )}
      </Column>
    </CardFrame>
  );
}
