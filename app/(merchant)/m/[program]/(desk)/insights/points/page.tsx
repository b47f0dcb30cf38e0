import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { HeldChart } from "@/components/insights/held-chart";
import { MovedChart } from "@/components/insights/moved-chart";
import { MovedTable } from "@/components/insights/moved-table";
import { pointsWords } from "@/components/merchant/points-words";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Pick } from "@/components/ui/pick";
import { ask } from "@/lib/access/ask";
import { staffPage } from "@/lib/access/session";
import { periods, pointsByDay } from "@/lib/insights/queries/points-by-day";
import { formatDay } from "@/lib/kernel/i18n/day-words";
import { mayRole } from "../../../areas";
import { firstOf } from "../../first-of";
import { periodOf } from "../period";

interface Props {
  params: Promise<{ program: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("overview"))("section") };
}

export default async function InsightsPage({ params, searchParams }: Props) {
  const [{ program }, sought] = await Promise.all([params, searchParams]);
  const { actor, shop } = await staffPage(program);
  if (!mayRole(actor.role, "overview.read")) notFound();
  const days = periodOf(firstOf(sought.days));
  const [t, desk, locale, moved] = await Promise.all([
    getTranslations("overview"),
    getTranslations("desk"),
    getLocale(),
    ask(actor, pointsByDay, { days }),
  ]);
  const here = `/m/${program}/insights/points`;
  if (moved.since === null) {
    return (
      <Empty
        title={t("empty.title")}
        action={
          <ButtonLink href={`/m/${program}/till`} variant="main">
            {t("empty.action")}
          </ButtonLink>
        }
      >
        {t("empty.body")}
      </Empty>
    );
  }
  const say = (count: number) =>
    pointsWords(count, { locale, pointName: shop.pointName, word: (n) => desk("pointWord", { count: n }) });
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-1 border-b border-ink pb-2">
        <h1 className="font-strong">{formatDay(moved.to, locale, "long")}</h1>
        <Pick
          label={t("period")}
          options={periods.map((one) => ({
            href: one === 30 ? here : `${here}?days=${one}`,
            label: t("days", { days: String(one) }),
            current: one === days,
          }))}
        />
        <span className="grow" />
        <ButtonLink size="s" href={`/m/${program}/insights/points.csv?days=${days}`} download>
          {t("csv")}
        </ButtonLink>
      </div>
      <div className="grid gap-x-10 gap-y-10 pt-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <HeldChart moved={moved} say={say} />
        <MovedChart moved={moved} say={say} />
      </div>
      <div className="mt-10" id="count">
        <MovedTable moved={moved} />
      </div>
    </>
  );
}
