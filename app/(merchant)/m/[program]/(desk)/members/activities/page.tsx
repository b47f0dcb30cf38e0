import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { WaitingActivities } from "@/components/members/waiting-activities";
import { ask } from "@/lib/access/ask";
import { staffPage } from "@/lib/access/session";
import { listWaitingActivities } from "@/lib/activities/queries/list-waiting-activities";
import { mayRole } from "../../../areas";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("members.sections"))("activities") };
}

/** Activities that a manager has to look at. */
export default async function WaitingActivitiesPage({ params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  const { actor } = await staffPage(program);
  if (!mayRole(actor.role, "activities.approve")) notFound();
  const [t, waiting] = await Promise.all([
    getTranslations("activities.waiting"),
    ask(actor, listWaitingActivities, {}),
  ]);
  return (
    <>
      <h1 className="text-answer">{t("title", { count: waiting.length })}</h1>
      <p className="mt-1 mb-5 max-w-prose text-ink-2">{t("body")}</p>
      {waiting.length > 0 ? (
        <div className="border-t border-ink">
          <WaitingActivities waiting={waiting} />
        </div>
      ) : null}
    </>
  );
}
