import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { WaitingAdjustments } from "@/components/members/waiting-adjustments";
import { pointsWords } from "@/components/merchant/points-words";
import { ask } from "@/lib/access/ask";
import { staffPage } from "@/lib/access/session";
import { listAdjustments } from "@/lib/points/queries/list-adjustments";
import { getProgram } from "@/lib/program/queries/get-program";
import { mayRole } from "../../../areas";
import { orNull } from "../../../or-null";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("members.sections"))("waiting") };
}

export default async function WaitingPage({ params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  const { actor, shop } = await staffPage(program);
  if (!mayRole(actor.role, "points.approve")) notFound();
  const [t, desk, locale, waiting, rules] = await Promise.all([
    getTranslations("members.waiting"),
    getTranslations("desk"),
    getLocale(),
    ask(actor, listAdjustments, {}),
    orNull(ask(actor, getProgram, {})),
  ]);
  const limit = rules?.content.adjustments.approvalAbove ?? 0;
  const word = (count: number) => desk("pointWord", { count });
  return (
    <>
      <h1 className="text-answer">{t("title", { count: waiting.length })}</h1>
      <p className="mt-1 mb-5 max-w-prose text-ink-2">
        {t("body", { points: pointsWords(limit, { locale, pointName: shop.pointName, word }) })}
      </p>
      {waiting.length > 0 ? (
        <div className="border-t border-ink">
          <WaitingAdjustments waiting={waiting} />
        </div>
      ) : null}
    </>
  );
}
