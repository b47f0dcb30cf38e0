import { getLocale, getTranslations } from "next-intl/server";
import { Column } from "@/components/layout/customer-shell";
import { StripSign } from "@/components/layout/sign";
import { validityLines } from "@/components/program/expiry-lines";
import { TextLink } from "@/components/ui/text-link";
import { ask } from "@/lib/access/ask";
import { memberPage } from "@/lib/access/session";
import { ownActivities } from "@/lib/activities/queries/own-activities";
import { formatDayOf } from "@/lib/kernel/i18n/day-words";
import { formatMoney } from "@/lib/kernel/money";
import { rulesInWords } from "@/lib/program/queries/rules-in-words";
import { CardFrame } from "../frame";

/** The published rules in words, made from the rules themselves. */
export default async function HowPage({ params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  const [{ actor, shop }, locale, t, words, expiry] = await Promise.all([
    memberPage(program, "how"),
    getLocale(),
    getTranslations("portal.how"),
    getTranslations("portal.history"),
    getTranslations("expiry.says"),
  ]);
  const [rules, own] = await Promise.all([
    ask(actor, rulesInWords, { locale }),
    ask(actor, ownActivities, { locale }),
  ]);
  const things = own.things.length;
  const points = (count: number) => words("points", { points: count });
  return (
    <CardFrame
      program={program}
      colour={shop.colour}
      sign={<StripSign name={shop.name} href={`/c/${program}`} />}
    >
      <Column className="pt-6">
        <h1 className="text-section">{t("title")}</h1>
        {rules ? (
          <>
            {things > 0 ? (
              <p className="mt-2">
                <TextLink href={`/c/${program}/activities`} className="touchable">
                  {t("things", { count: things })}
                </TextLink>
              </p>
            ) : null}
            <ul className="mt-5 border-t border-ink">
              {rules.sentences.map(({ key, sentence }) => (
                <li key={key} className="border-b border-line py-3 text-title">
                  {sentence}
                </li>
              ))}
              {rules.caps.map((cap) => (
                <li key={cap.per} className="border-b border-line py-3 text-title">
                  {t(`cap.${cap.per}`, { points: points(cap.points) })}
                </li>
              ))}
            </ul>
            <div className="mt-4 grid gap-2">
              <p>
                {t("worth", {
                  points: points(rules.pointValue.points),
                  amount: formatMoney(rules.pointValue.amount, shop.currency, locale, { trim: true }),
                })}
              </p>
              {validityLines(rules, expiry).map(({ key, text }) => (
                <p key={key}>{text}</p>
              ))}
              <p className="text-body text-ink-2">
                {t("since", { day: formatDayOf(rules.publishedAt, shop.timezone, locale, "long") })}
              </p>
            </div>
          </>
        ) : (
          <p className="mt-3">{t("none")}</p>
        )}
      </Column>
    </CardFrame>
  );
}
