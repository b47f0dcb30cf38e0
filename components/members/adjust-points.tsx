"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { TypedBefore } from "@/components/merchant/typed-before";
import { useAct } from "@/components/merchant/use-act";
import { useTypedFields } from "@/components/merchant/use-typed-fields";
import { useWords } from "@/components/merchant/use-words";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { FormErrors } from "@/components/ui/form-errors";
import { TextareaField, TextField } from "@/components/ui/text-field";
import { useToast } from "@/components/ui/toast";
import { adjustPointsAction } from "@/lib/points/actions";

/** Adds or takes points by hand, with a reason; above the owner's limit it waits for somebody else. */
export function AdjustPoints({ id, name, limit }: { id: string; name: string; limit: number }) {
  const t = useTranslations("members.adjust");
  const { points } = useWords();
  const router = useRouter();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const kept = useTypedFields(`points ${id}`);
  const [wrong, setWrong] = useState<string>();
  const adjust = useAct(adjustPointsAction, {
    form: `points ${id}`,
    beside: ["points", "reason"],
    onDone: ({ adjustment, points: left }) => {
      kept.forget();
      setOpen(false);
      toast({
        text: adjustment.status === "waiting" ? t("waits") : t("done", { points: points(left.balance) }),
      });
      router.refresh();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const change = wholeNumber(String(form.get("points") ?? ""));
    setWrong(change === null ? t("noPoints") : undefined);
    if (change !== null) {
      adjust.run({ member: { id }, points: change, reason: String(form.get("reason") ?? "") });
    }
  };
  return (
    <Dialog
      trigger={<Button size="s">{t("action")}</Button>}
      title={t("title", { name })}
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        setWrong(undefined);
        adjust.forget();
      }}
    >
      <form {...kept.listen} onSubmit={submit} noValidate className="grid gap-4">
        <TypedBefore form={kept} />
        <TextField
          name="points"
          label={t("points")}
          hint={[t("pointsHint"), t("limit", { points: points(limit) })].join(" ")}
          error={wrong ?? adjust.fields.points}
          autoComplete="off"
        />
        <TextareaField
          name="reason"
          label={t("reason")}
          hint={t("reasonHint")}
          error={adjust.fields.reason}
          rows={2}
        />
        <FormErrors title={adjust.error} />
        <div className="flex flex-wrap justify-end gap-2.5">
          <DialogClose>
            <Button onClick={kept.forget}>{t("cancel")}</Button>
          </DialogClose>
          <Button type="submit" variant="main" pending={adjust.isPending}>
            {t("submit")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** "+50", "-50" and "−1.000", as people write them. */
function wholeNumber(text: string): number | null {
  const plain = text.trim().replace("\u2212", "-").replace(/^\+/, "");
  if (!/^-?(\d+|\d{1,3}([., ]\d{3})+)$/.test(plain)) return null;
  return Number(plain.replace(/[., ]/g, ""));
}
