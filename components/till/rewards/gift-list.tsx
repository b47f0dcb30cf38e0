"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { answered } from "@/components/merchant/answered";
import { useShop } from "@/components/merchant/shop-context";
import { useAct } from "@/components/merchant/use-act";
import { useTried } from "@/components/merchant/use-tried";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { FormErrors } from "@/components/ui/form-errors";
import { TextField } from "@/components/ui/text-field";
import { useToast } from "@/components/ui/toast";
import { grantRewardAction, listGiftsAction } from "@/lib/rewards/actions";

interface Gift {
  key: string;
  name: string;
  occasion: "treat" | "apology";
}

/** What staff may give for nothing: a treat on the spot, or something that makes up for what went wrong. */
export function GiftList({ memberId }: { memberId: string }) {
  const t = useTranslations("till.gifts");
  const { slug } = useShop();
  const { data } = useQuery({
    queryKey: ["till", "gifts", slug],
    queryFn: () => answered(listGiftsAction(slug, {})),
    staleTime: 10 * 60_000,
  });
  if (!data || data.length === 0) return null;
  return (
    <section aria-labelledby="till-gifts" className="mt-6">
      <h3 id="till-gifts" className="mb-2 text-small font-strong">
        {t("title")}
      </h3>
      <ul className="border-b border-line">
        {data.map((gift) => (
          <li
            key={`${gift.occasion} ${gift.key}`}
            className="grid min-h-14 grid-cols-[minmax(0,1fr)_auto] items-center gap-4 border-t border-line text-reading"
          >
            <span className="min-w-0 py-1 wrap-break-word">
              {gift.name}
              <span className="block text-small text-ink-2">{t(gift.occasion)}</span>
            </span>
            <GiveGift gift={gift} memberId={memberId} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function GiveGift({ gift, memberId }: { gift: Gift; memberId: string }) {
  const t = useTranslations("till.gifts");
  const words = useTranslations("till.rewards");
  const toast = useToast();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const tried = useTried();
  const lookAgain = () => void client.invalidateQueries({ queryKey: ["till", "member"] });
  const give = useAct(grantRewardAction, {
    beside: ["reason"],
    unreachable: t("unreachable"),
    onDone: () => {
      tried.forget();
      toast({ text: t("given", { name: gift.name }) });
      setOpen(false);
      lookAgain();
    },
    onRefused: lookAgain,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get("reason") ?? "").trim();
    give.run({
      member: { id: memberId },
      reward: gift.key,
      occasion: gift.occasion,
      id: tried.idOf(memberId),
      ...(reason && { reason }),
    });
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        give.forget();
      }}
      trigger={
        <Button size="l" aria-label={words("giveName", { name: gift.name })}>
          {words("give")}
        </Button>
      }
      title={words("question", { name: gift.name })}
      description={t(gift.occasion === "treat" ? "treatBody" : "apologyBody")}
    >
      <form onSubmit={submit} noValidate className="grid gap-4">
        <TextField
          name="reason"
          label={t("reason")}
          hint={t("reasonHint")}
          maxLength={500}
          autoComplete="off"
          error={give.fields.reason}
        />
        <FormErrors title={give.error} />
        <div className="flex flex-wrap justify-end gap-2.5">
          <DialogClose>
            <Button>{words("keep")}</Button>
          </DialogClose>
          <Button type="submit" variant="main" pending={give.isPending}>
            {words("confirm")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
