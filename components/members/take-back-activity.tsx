"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useAct } from "@/components/merchant/use-act";
import { useTypedFields } from "@/components/merchant/use-typed-fields";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { undoActivityAction } from "@/lib/activities/actions";
import { ReasonDialog } from "./reason-dialog";

/** Takes back an activity that was recorded, and what it earned, with a reason. */
export function TakeBackActivity({ activity, name }: { activity: string; name: string }) {
  const t = useTranslations("activities.of");
  const router = useRouter();
  const toast = useToast();
  const kept = useTypedFields(`taking back ${activity}`);
  const undo = useAct(undoActivityAction, {
    beside: ["reason"],
    onDone: () => {
      kept.forget();
      toast({ text: t("undone") });
      router.refresh();
    },
  });
  return (
    <ReasonDialog
      kept={kept}
      trigger={<Button size="s">{t("undo")}</Button>}
      title={t("undoTitle", { name })}
      description={t("undoBody")}
      words={{ reason: t("reason"), keep: t("keep"), confirm: t("undo") }}
      act={undo}
      // Without one the server says that it is missing.
      onConfirm={(given) => undo.run({ activity, reason: given ?? "" })}
    />
  );
}
