"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useShop } from "@/components/merchant/shop-context";
import { useAct } from "@/components/merchant/use-act";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { FormErrors } from "@/components/ui/form-errors";
import { type Column, Table } from "@/components/ui/table";
import { useToast } from "@/components/ui/toast";
import { DayOf, Time } from "@/components/ui/values";
import { retryJobAction } from "@/lib/integrations/actions";

export interface TimedLine {
  job: string;
  last: { at: string; seconds: number; failure: string | null } | null;
  next: string;
}

export interface WaitingLine {
  id: string;
  task: string;
  attempts: number;
  mostAttempts: number;
  at: string;
  running: boolean;
  failure: string | null;
}

/** Jobs that have words of their own; another is called what it is. */
const named = ["run-due-all", "count-come-backs", "clean-up", "deliver-mail", "run-import"] as const;

function useJobName() {
  const t = useTranslations("settings.jobs");
  return (job: string) => {
    const known = named.find((one) => one === job);
    return known ? t(`name.${known}`) : job;
  };
}

function When({ at }: { at: string }) {
  const locale = useLocale();
  const { zone } = useShop();
  const instant = new Date(at);
  return (
    <>
      <DayOf instant={instant} zone={zone} locale={locale} style="short" />{" "}
      <Time instant={instant} zone={zone} locale={locale} />
    </>
  );
}

/** What is done by the clock: when it was, how it went, when it is next. */
export function TimedJobs({ jobs }: { jobs: TimedLine[] }) {
  const t = useTranslations("settings.jobs");
  const nameOf = useJobName();
  const columns: Column<TimedLine>[] = [
    { key: "job", header: t("column.job"), lead: true, cell: ({ job }) => nameOf(job) },
    {
      key: "last",
      header: t("column.last"),
      cell: ({ last }) => (last ? <When at={last.at} /> : t("never")),
    },
    {
      key: "how",
      header: t("column.how"),
      cell: ({ last }) =>
        last === null ? null : last.failure === null ? (
          t("took", { seconds: Math.max(0.1, last.seconds) })
        ) : (
          <span className="text-bad wrap-anywhere">{t("failed", { failure: last.failure })}</span>
        ),
    },
    { key: "next", header: t("column.next"), cell: ({ next }) => <When at={next} /> },
  ];
  return <Table caption={t("timed")} columns={columns} rows={jobs} rowKey={({ job }) => job} />;
}

/** What of the shop's waits for the worker, or was given up, and a button that has it tried now. */
export function WaitingJobs({ jobs }: { jobs: WaitingLine[] }) {
  const t = useTranslations("settings.jobs");
  const nameOf = useJobName();
  const isGivenUp = (job: WaitingLine) => job.attempts >= job.mostAttempts && !job.running;
  const columns: Column<WaitingLine>[] = [
    { key: "job", header: t("column.job"), lead: true, cell: ({ task }) => nameOf(task) },
    {
      key: "state",
      header: t("column.state"),
      cell: (job) =>
        job.running ? (
          <Badge tone="accent">{t("running")}</Badge>
        ) : isGivenUp(job) ? (
          <Badge tone="bad">{t("givenUp")}</Badge>
        ) : (
          <Badge tone="outline">{t("waits")}</Badge>
        ),
    },
    {
      key: "attempts",
      header: t("column.attempts"),
      cell: ({ attempts, mostAttempts }) => t("attempts", { attempts, most: mostAttempts }),
    },
    {
      key: "failure",
      header: t("column.failure"),
      cell: ({ failure }) => failure && <span className="text-bad wrap-anywhere">{failure}</span>,
    },
    { key: "at", header: t("column.next"), cell: (job) => (isGivenUp(job) ? null : <When at={job.at} />) },
    {
      key: "retry",
      header: t("column.act"),
      align: "end",
      cell: (job) => (job.running ? null : <RetryJob id={job.id} name={nameOf(job.task)} />),
    },
  ];
  return <Table caption={t("waiting")} columns={columns} rows={jobs} rowKey={({ id }) => id} />;
}

function RetryJob({ id, name }: { id: string; name: string }) {
  const t = useTranslations("settings.jobs");
  const router = useRouter();
  const toast = useToast();
  const retry = useAct(retryJobAction, {
    onDone: () => {
      toast({ text: t("retried") });
      router.refresh();
    },
  });
  return (
    <>
      <Button
        size="s"
        aria-label={t("retryOf", { job: name })}
        pending={retry.isPending}
        onClick={() => retry.run({ id })}
      >
        {t("retry")}
      </Button>
      <FormErrors title={retry.error} />
    </>
  );
}
