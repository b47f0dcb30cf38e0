"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Refused } from "@/components/merchant/answered";
import { useShop } from "@/components/merchant/shop-context";
import { useWords } from "@/components/merchant/use-words";
import { useToast } from "@/components/ui/toast";
import { type Basket, linesOf, needsAnswer, takenWith } from "./basket";
import { useQueue } from "./queue/queue-context";
import { isPassing, type Who } from "./queue/queued-purchase";
import { sendPurchase } from "./queue/send-purchase";
import { useNameOf } from "./use-member";
import { useUndo } from "./use-recent";

interface Sale {
  who: Who;
  basket: Basket;
}

/**
 * Records a basket, or keeps it on the device until the server answers: either way the till goes on. One that takes
 * something from the member has to be answered first.
 */
export function useRecord({
  ahead,
  onTried,
  onTaken,
}: {
  ahead: number | undefined;
  /** From when on a basket is the same whenever it is sent; undefined when the server has refused that one. */
  onTried: (at: string | undefined) => void;
  onTaken: () => void;
}) {
  const t = useTranslations("till");
  const { slug } = useShop();
  const { points } = useWords();
  const toast = useToast();
  const client = useQueryClient();
  const undo = useUndo();
  const { queue } = useQueue();
  const nameOf = useNameOf();

  const { mutate, isPending, error, reset } = useMutation({
    networkMode: "always",
    mutationFn: async ({ who, basket }: Sale) => {
      const { externalId, lines, occurredAt = basket.triedAt ?? instant(ahead) } = basket;
      const purchase = { externalId, slug, who, name: nameOf(who), occurredAt, lines, mayBeSent: false };
      if (needsAnswer(basket)) {
        onTried(occurredAt);
        const answer = await sendPurchase(
          { ...purchase, lines: [] },
          { lines: linesOf(basket), ...takenWith(basket) },
        );
        if (answer.ok) return { kind: "recorded" as const, recorded: answer.data };
        if (!isPassing(answer.problem)) onTried(undefined);
        throw new Refused(answer.problem);
      }
      const taken = await queue.take(purchase);
      if (taken.kind === "refused") throw new Refused(taken.problem);
      return taken;
    },
    onSuccess: (taken, { who, basket }) => {
      // Pressed right after a reload, it may be answered once the member has arrived, too.
      const name = nameOf(who);
      if (taken.kind === "recorded") {
        const { purchase, award } = taken.recorded;
        const earned = points(award.points);
        toast({
          text: basket.points
            ? t("recordedPaid", { points: earned, name, paid: points(basket.points) })
            : t("recorded", { points: earned, name }),
          undo: { label: t("justNow.undo"), act: () => undo.mutate(purchase.id) },
        });
        void client.invalidateQueries({ queryKey: ["till", "recent"] });
        void client.invalidateQueries({ queryKey: ["till", "member"] });
      } else toast({ text: t("kept", { name }) });
      onTaken();
    },
  });
  return {
    record: (sale: Sale) => (isPending ? undefined : mutate(sale)),
    isPending,
    error,
    forget: reset,
  };
}

export type Recording = ReturnType<typeof useRecord>;

/** A device's clock is believed up to this many milliseconds. */
const believed = 60_000;

/** Now; by the server's clock where the device's is wrong. `ahead`: how far the server's was ahead when it last answered. */
const instant = (ahead = 0): string =>
  new Date(Date.now() + (Math.abs(ahead) > believed ? ahead : 0)).toISOString();
