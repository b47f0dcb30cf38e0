"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useShop } from "@/components/merchant/shop-context";
import { TypedBefore } from "@/components/merchant/typed-before";
import { useAct } from "@/components/merchant/use-act";
import { useTyped } from "@/components/merchant/use-typed";
import { useWords } from "@/components/merchant/use-words";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { FieldGroup } from "@/components/ui/field";
import { FormErrors } from "@/components/ui/form-errors";
import { Segmented } from "@/components/ui/segmented";
import { TextField } from "@/components/ui/text-field";
import { useToast } from "@/components/ui/toast";
import { refundPurchaseAction } from "@/lib/earning/actions";
import { uuidv7 } from "@/lib/kernel/ids";
import { amountText } from "@/lib/kernel/typed-amount";
import { type RefundAsked, type RefundableLine, type RefundHow, refundRequest } from "./refund-request";

interface Props {
  purchase: string;
  left: number;
  lines: RefundableLine[];
}

interface RefundTyped {
  how: RefundHow;
  amount: string;
  /** Amounts of the lines that were ticked, by line. */
  chosen: Record<string, string>;
}

/** Gives a purchase back: all that is left of it, some lines, or an amount. */
export function RefundPurchase(props: Props) {
  const t = useTranslations("members.refund");
  const { money } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      trigger={<Button size="s">{t("action")}</Button>}
      title={t("title", { amount: money(props.left) })}
      description={t("body")}
      open={open}
      onOpenChange={setOpen}
    >
      <RefundForm {...props} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

/** Drawn anew for each opening: its refund has one id from the first press to the last. */
function RefundForm({ purchase, left, lines, onDone }: Props & { onDone: () => void }) {
  const t = useTranslations("members.refund");
  const { locale, money, points } = useWords();
  const { currency } = useShop();
  const router = useRouter();
  const toast = useToast();
  const [externalId] = useState(() => `desk-${uuidv7()}`);
  const open = lines.filter((line) => line.left > 0);
  const form = useTyped<RefundTyped>(`refund ${purchase}`, () => ({ how: "whole", amount: "", chosen: {} }));
  const { how, amount, chosen } = form.typed;
  const change = (changes: Partial<RefundTyped>) => form.change((before) => ({ ...before, ...changes }));
  const [wrong, setWrong] = useState<Extract<RefundAsked, { ok: false }>>();
  const refund = useAct(refundPurchaseAction, {
    onDone: ({ refund: given, points: moved }) => {
      const back = money(given.amount);
      toast({
        text:
          moved.writtenOff > 0
            ? t("doneWrittenOff", { amount: back, points: points(moved.writtenOff) })
            : t("done", { amount: back, points: points(moved.taken) }),
      });
      form.forget();
      router.refresh();
      onDone();
    },
  });
  const asked = refundRequest({ how, amount, lines: chosen }, { left, lines: open, currency, locale });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setWrong(asked.ok ? undefined : asked);
    if (asked.ok) refund.run({ purchase, externalId, ...asked.request });
  };
  const noAmount = (most: number) => t("noAmount", { most: money(most) });
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <TypedBefore form={form} />
      <FieldGroup legend={t("how")}>
        <Segmented
          name="how"
          value={[how]}
          options={(["whole", "lines", "amount"] as const).map((value) => ({ value, label: t(value) }))}
          onChange={(value) => {
            change({ how: value as RefundHow });
            setWrong(undefined);
          }}
        />
      </FieldGroup>
      {how === "lines" ? (
        <FieldGroup
          legend={<span className="font-normal text-ink-2">{t("linesHint")}</span>}
          error={wrong?.wrong === "line" && !wrong.lineId ? t("noLine") : undefined}
        >
          <ul className="grid gap-2">
            {open.map((line) => {
              const text = chosen[line.id];
              const isWrong = wrong?.lineId === line.id;
              return (
                <li key={line.id} className="grid grid-cols-[minmax(0,1fr)_8rem] items-start gap-3">
                  <Checkbox
                    label={line.name}
                    hint={t("left", { amount: money(line.left) })}
                    checked={text !== undefined}
                    onChange={(event) => {
                      const { [line.id]: _, ...others } = chosen;
                      change({
                        chosen: event.currentTarget.checked
                          ? { ...others, [line.id]: amountText(line.left, currency, locale) }
                          : others,
                      });
                    }}
                  />
                  {text === undefined ? null : (
                    <TextField
                      label={`${t("amountLabel")}: ${line.name}`}
                      labelHidden
                      inputMode="decimal"
                      value={text}
                      error={isWrong ? noAmount(line.left) : undefined}
                      onChange={(event) =>
                        change({ chosen: { ...chosen, [line.id]: event.currentTarget.value } })
                      }
                    />
                  )}
                </li>
              );
            })}
          </ul>
        </FieldGroup>
      ) : null}
      {how === "amount" ? (
        <TextField
          label={t("amountLabel")}
          hint={t("left", { amount: money(left) })}
          inputMode="decimal"
          value={amount}
          error={wrong?.wrong === "amount" ? noAmount(left) : undefined}
          onChange={(event) => change({ amount: event.currentTarget.value })}
        />
      ) : null}
      <FormErrors title={refund.error} />
      <div className="flex flex-wrap justify-end gap-2.5">
        <DialogClose>
          <Button onClick={() => form.forget()}>{t("cancel")}</Button>
        </DialogClose>
        <Button type="submit" variant="bad" pending={refund.isPending}>
          {asked.ok ? t("submit", { amount: money(asked.amount) }) : t("action")}
        </Button>
      </div>
    </form>
  );
}
