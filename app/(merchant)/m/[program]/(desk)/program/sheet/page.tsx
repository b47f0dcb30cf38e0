import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { namePoints } from "@/components/merchant/points-name";
import { PrintButton } from "@/components/program/print-button";
import { ProgramSheet } from "@/components/program/program-sheet";
import { sheetParts } from "@/components/program/sheet-parts";
import { Empty } from "@/components/ui/empty";
import { ask } from "@/lib/access/ask";
import { formatDayOf } from "@/lib/kernel/i18n/day-words";
import { formatMoney } from "@/lib/kernel/money";
import { getSheet } from "@/lib/program/queries/get-sheet";
import { editorOf } from "../editor";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sheet"))("section") };
}

/** The whole published program on one sheet, as a customer may read it, to print and hang up. */
export default async function SheetPage({ params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  const [{ session, context }, t, locale] = await Promise.all([
    editorOf(program),
    getTranslations("sheet"),
    getLocale(),
  ]);
  const { actor, shop } = session;
  const sheet = await ask(actor, getSheet, { locale });
  if (!sheet) return <Empty title={t("none.title")}>{t("none.body")}</Empty>;
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  const points = namePoints(context.pointName, locale, context.word);
  return (
    <div className="max-w-[62rem]">
      <div className="mb-5 flex flex-wrap items-start justify-between gap-4">
        <div className="min-w-0">
          <h1 className="text-answer text-balance">{t("title", { shop: shop.name, word: points.many })}</h1>
          <p className="mt-1 text-ink-2">
            {t("version", {
              version: sheet.version,
              day: formatDayOf(sheet.effectiveFrom, shop.timezone, locale, "full"),
            })}
          </p>
        </div>
        <PrintButton label={t("print")} />
      </div>
      <ProgramSheet
        columns={2}
        parts={sheetParts(sheet, {
          t,
          expiry: context.expiry,
          tiers: context.tiers,
          locale,
          points,
          cap: (cap) => context.t(`cap.${cap.per}`, { points: points.count(cap.points) }),
          money: (amount) => formatMoney(amount, shop.currency, locale, { trim: true }),
          list: (names) => list.format(names),
        })}
      />
    </div>
  );
}
