import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TimedJobs, WaitingJobs } from "@/components/settings/job-list";
import { ask } from "@/lib/access/ask";
import { listJobs } from "@/lib/integrations/queries/list-jobs";
import { settingsPage } from "../settings-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.sections"))("jobs") };
}

export default async function JobsPage({ params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  const { actor } = await settingsPage(program, "outbox.read");
  const [t, { timed, waiting }] = await Promise.all([
    getTranslations("settings.jobs"),
    ask(actor, listJobs, {}),
  ]);
  return (
    <div className="max-w-[60rem]">
      <h1 className="text-section mb-1">{t("title")}</h1>
      <p className="mb-6 max-w-prose text-ink-2">{t("body")}</p>
      <TimedJobs jobs={timed} />
      <h2 className="text-title mt-9 mb-3">{t("waiting")}</h2>
      {waiting.length > 0 ? (
        <WaitingJobs jobs={waiting} />
      ) : (
        <p className="border-t border-line pt-4">{t("nothing")}</p>
      )}
    </div>
  );
}
