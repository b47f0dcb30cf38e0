"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { useAct } from "@/components/merchant/use-act";
import { Button } from "@/components/ui/button";
import { FormErrors } from "@/components/ui/form-errors";
import { TextField } from "@/components/ui/text-field";
import { useToast } from "@/components/ui/toast";
import { keepBasketAction } from "@/lib/earning/actions";

/** Gives the basket in the simulator a name, to try every change of the rules on. */
export function KeepBasket({
  asked,
  name,
  onName,
}: {
  asked: string | null;
  name: string;
  onName: (name: string) => void;
}) {
  const t = useTranslations("simulator.kept");
  const router = useRouter();
  const toast = useToast();
  const keep = useAct(keepBasketAction, {
    beside: ["name"],
    onDone: () => {
      toast({ text: t("done", { name }) });
      onName("");
      router.refresh();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (asked === null) return;
    const { on: _on, locale: _locale, ...basket } = JSON.parse(asked);
    keep.run({ name, basket });
  };
  return (
    <form onSubmit={submit} className="mt-8 max-w-[26rem] border-t border-line pt-4">
      <div className="flex items-start gap-2">
        <TextField
          label={t("name")}
          value={name}
          maxLength={80}
          error={keep.fields.name}
          className="grow"
          autoComplete="off"
          onChange={(event) => onName(event.currentTarget.value)}
        />
        <Button type="submit" className="mt-6" pending={keep.isPending} disabled={asked === null}>
          {t("keep")}
        </Button>
      </div>
      <FormErrors title={keep.error} />
    </form>
  );
}
