import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Column } from "@/components/layout/customer-shell";
import { StripSign } from "@/components/layout/sign";
import { ProgramSheet } from "@/components/program/program-sheet";
import { sheetParts } from "@/components/program/sheet-parts";
import { TextLink } from "@/components/ui/text-link";
import { ask } from "@/lib/access/ask";
import { memberActor, publicShop, signedInTo } from "@/lib/access/session";
import type { Shop } from "@/lib/access/shop";
import { ownActivities } from "@/lib/activities/queries/own-activities";
import { formatDayOf } from "@/lib/kernel/i18n/day-words";
import { formatMoney } from "@/lib/kernel/money";
import { publicSheet } from "@/lib/program/queries/get-sheet";
import { pointsOf } from "../../../points-of";
import { Frame } from "../../frame";
import { CardFrame } from "../frame";

interface Props {
  params: Promise<{ program: string }>;
  searchParams: Promise<{ version?: string | string[] }>;
}

/**
 * The published program in words, made from the rules themselves: for members, and for whoever thinks of becoming one.
 * `version`: as it was when an award was decided by it.
 */
export default async function HowPage({ params, searchParams }: Props) {
  const [{ program }, given, t] = await Promise.all([params, searchParams, getTranslations("portal.how")]);
  const shop = await publicShop(program);
  if (!shop) notFound();
  const version =
    typeof given.version === "string" && /^[1-9]\d{0,8}$/.test(given.version)
      ? Number(given.version)
      : undefined;
  const [standing, points] = await Promise.all([signedInTo(shop), pointsOf(shop)]);
  const title = t("title", { word: points.many });
  const home = `/c/${shop.slug}`;
  if (standing !== "member") {
    const signIn = await getTranslations("signIn.join");
    return (
      <Frame shop={shop} title={title}>
        <PublishedRules shop={shop} version={version} />
        <p className="mt-6">
          <TextLink href={`${home}/join`} className="touchable">
            {signIn("submit")}
          </TextLink>
        </p>
      </Frame>
    );
  }
  const { things } = await ask(await memberActor(program), ownActivities, { locale: await getLocale() });
  return (
    <CardFrame program={program} colour={shop.colour} sign={<StripSign name={shop.name} href={home} />}>
      <Column className="pt-6">
        <h1 className="text-section">{title}</h1>
        {things.length > 0 ? (
          <p className="mt-2">
            <TextLink href={`${home}/activities`} className="touchable">
              {t("things", { count: things.length, word: points.many })}
            </TextLink>
          </p>
        ) : null}
        <PublishedRules shop={shop} version={version} />
      </Column>
    </CardFrame>
  );
}

async function PublishedRules({ shop, version }: { shop: Shop; version?: number }) {
  const [locale, t, sheet, expiry, tiers, points] = await Promise.all([
    getLocale(),
    getTranslations("portal.how"),
    getTranslations("sheet"),
    getTranslations("expiry.says"),
    getTranslations("tiers.says"),
    pointsOf(shop),
  ]);
  const [asked, current] = await Promise.all([
    version === undefined ? null : publicSheet(shop, { locale, version }),
    publicSheet(shop, { locale }),
  ]);
  const rules = asked ?? current;
  if (!rules) return <p className="mt-3">{t("none")}</p>;
  const isOver = rules.version !== current?.version;
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  const day = formatDayOf(rules.effectiveFrom, shop.timezone, locale, "full");
  return (
    <>
      {isOver ? (
        <p className="mt-2">
          {t("was", { day })}{" "}
          <TextLink href={`/c/${shop.slug}/how`} className="touchable">
            {t("today")}
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
      {isOver ? null : <p className="mt-2 text-body text-ink-2">{t("since", { day })}</p>}
    </>
  );
}
