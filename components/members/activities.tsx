"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useAct } from "@/components/merchant/use-act";
import { useDayWords } from "@/components/merchant/use-day-words";
import { useWords } from "@/components/merchant/use-words";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { undoActivityAction } from "@/lib/activities/actions";
import { ReasonDialog } from "./reason-dialog";

interface ActivityLine {
  id: string;
  name: string;
  status: "waiting" | "recorded" | "refused" | "undone";
  counted: boolean;
  points: number;
  reason: string | null;
  occurredAt: string;
}

/** What a member did besides buying, newest first, what gave nothing too. */
export function Activities({ activities }: { activities: ActivityLine[] }) {
  const t = useTranslations("activities.of");
  if (activities.length === 0) return <p className="pt-4 text-ink-2">{t("empty")}</p>;
  return (
    <ul>
      {activities.map((one) => (
        <li key={one.id} className="border-b border-line py-2.5">
          <Activity activity={one} />
        </li>
      ))}
    </ul>
  );
}

function Activity({ activity }: { activity: ActivityLine }) {
  const t = useTranslations("activities.of");
  const days = useDayWords();
  const { figure } = useWords();
  const router = useRouter();
  const toast = useToast();
  const undo = useAct(undoActivityAction, {
    beside: ["reason"],
    onDone: () => {
      toast({ text: t("undone") });
      router.refresh();
    },
  });
  const { status, counted, name, points, reason } = activity;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 gap-y-1">
      <span className="min-w-0">
        <b className="wrap-break-word">{name}</b>{" "}
        {status === "recorded" && counted ? null : (
          <Badge tone={status === "waiting" ? "warn" : "plain"}>
            {status === "recorded" ? t("notCounted") : t(`status.${status}`)}
          </Badge>
        )}
        <span className="block text-small text-ink-2 wrap-break-word">
          {[days.ago(activity.occurredAt), reason].filter(Boolean).join(". ")}
        </span>
      </span>
      <span className="flex items-baseline gap-3 text-right">
        {status === "recorded" ? (
          <ReasonDialog
            trigger={
              <Button size="s" variant="bare">
                {t("undo")}
              </Button>
            }
            title={t("undoTitle", { name })}
            description={t("undoBody")}
            words={{ reason: t("reason"), keep: t("keep"), confirm: t("undo") }}
            act={undo}
            // Without one the server says that it is missing.
            onConfirm={(given) => undo.run({ activity: activity.id, reason: given ?? "" })}
          />
        ) : null}
        <b>{status === "recorded" ? figure(points, { signed: true }) : ""}</b>
      </span>
    </div>
  );
}
