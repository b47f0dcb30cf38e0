import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ComeBackChart } from "@/components/insights/come-back-chart";
import { HeldChart } from "@/components/insights/held-chart";
import { JoinedChart } from "@/components/insights/joined-chart";
import { RevenueChart } from "@/components/insights/revenue-chart";
import { WeekChart } from "@/components/insights/week-chart";
import { pointsWords } from "@/components/merchant/points-words";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { ask } from "@/lib/access/ask";
import { staffPage } from "@/lib/access/session";
import { getOverview } from "@/lib/insights/queries/overview";
import { pointsByDay } from "@/lib/insights/queries/points-by-day";
import { formatDay } from "@/lib/kernel/i18n/day-words";
import { mayRole } from "../../areas";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("overview"))("title") };
}

export default async function OverviewPage({ params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  const { actor, shop } = await staffPage(program);
  if (!mayRole(actor.role, "overview.read")) notFound();
  const [t, desk, locale, seen, moved] = await Promise.all([
    getTranslations("overview"),
    getTranslations("desk"),
    getLocale(),
    ask(actor, getOverview, {}),
    ask(actor, pointsByDay, { days: 365 }),
  ]);
  const at = `/m/${program}`;
  if (seen.since === null) {
    return (
      <Empty
        title={t("empty.title")}
        action={
          <ButtonLink href={`${at}/till`} variant="main">
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
  // A shop that opened in the middle of them has nothing to compare with.
  const before = seen.since <= seen.before.from ? seen.before : null;
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-1 border-b border-ink pb-2">
        <p className="font-strong">{formatDay(seen.today, locale, "long")}</p>
        <p className="text-ink-2">{t("until")}</p>
        <span className="grow" />
        <ButtonLink size="s" href={`${at}/insights/weeks.csv`} download>
          {t("csv")}
        </ButtonLink>
      </div>
      <div className="grid gap-x-10 gap-y-10 pt-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <ComeBackChart windows={seen.comeBack} />
        <WeekChart week={seen.week} most={seen.standsOut} />
      </div>
      <div className="mt-8 grid gap-x-10 gap-y-10 border-t border-edge pt-5 md:grid-cols-2 xl:grid-cols-3">
        <RevenueChart
          now={seen.now}
          before={before}
          yearAgo={seen.yearAgo}
          weeks={seen.weeks}
          currency={shop.currency}
        />
        <HeldChart moved={moved} say={say} size="title" href={`${at}/insights/points#count`} height={150} />
        <JoinedChart
          now={seen.now}
          before={before}
          weeks={seen.weeks}
          href={`${at}/members?joinedFrom=${seen.now.from}&joinedTo=${seen.now.to}`}
        />
      </div>
      <p className="mt-8 max-w-prose text-small text-ink-2">{t("noCause")}</p>
    </>
  );
}
