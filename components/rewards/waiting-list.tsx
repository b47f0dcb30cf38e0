"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { AskFirst } from "@/components/merchant/ask-first";
import { useShop } from "@/components/merchant/shop-context";
import { useAct } from "@/components/merchant/use-act";
import { useDayWords } from "@/components/merchant/use-day-words";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { FormErrors } from "@/components/ui/form-errors";
import { Link } from "@/components/ui/link";
import { useToast } from "@/components/ui/toast";
import { formatVoucherCode } from "@/lib/kernel/voucher-code";
import { cancelRedemptionAction, moveFulfilmentAction } from "@/lib/rewards/actions";

export interface WaitingItem {
  redemption: string;
  name: string;
  quantity: number;
  fulfilment: "waiting" | "ready";
  redeemedAt: string;
  expiresAt: string | null;
  code: string | null;
  member: { id: string; name: string | null };
}

/** What members took and staff have to get ready, each with the ways on. */
export function WaitingList({ items }: { items: WaitingItem[] }) {
  return (
    <ul className="border-t border-ink">
      {items.map((item) => (
        <li key={item.redemption} className="border-b border-line py-3.5">
          <Item item={item} />
        </li>
      ))}
    </ul>
  );
}

function Item({ item }: { item: WaitingItem }) {
  const t = useTranslations("rewards.waiting");
  const { slug } = useShop();
  const days = useDayWords();
  const { move, cancel } = useMoves();
  const { redemption } = item;
  const pending = move.isPending;
  const name = item.member.name ?? (item.code === null ? item.name : formatVoucherCode(item.code));
  return (
    <div className="grid items-start gap-x-6 gap-y-2 md:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p className="text-title flex flex-wrap items-baseline gap-x-2.5">
          {item.quantity > 1 ? `${item.name}, ${t("quantity", { count: item.quantity })}` : item.name}
          {item.fulfilment === "ready" ? <Badge tone="accent">{t("ready")}</Badge> : null}
        </p>
        <p>
          <Link href={`/m/${slug}/members/${item.member.id}`} className="font-strong hover:underline">
            {name}
          </Link>
        </p>
        <p className="text-small text-ink-2">
          {[
            t("since", { day: days.ago(item.redeemedAt) }),
            item.expiresAt ? t("until", { day: days.ago(lastInstant(item.expiresAt)) }) : null,
            item.code && item.member.name ? formatVoucherCode(item.code) : null,
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </div>
      <div className="grid justify-items-start gap-2 md:justify-items-end">
        <div className="flex flex-wrap gap-2">
          <AskFirst
            trigger={
              <Button size="s" variant="bare">
                {t("cancel")}
              </Button>
            }
            title={t("cancelTitle", { name: item.name })}
            description={t("cancelBody")}
            keep={t("keep")}
            confirm={t("cancel")}
            act={{ ...cancel, run: () => cancel.run({ redemption }) }}
          />
          {item.fulfilment === "waiting" ? (
            <Button size="s" pending={pending} onClick={() => move.run({ redemption, to: "ready" })}>
              {t("makeReady")}
            </Button>
          ) : (
            <Button size="s" pending={pending} onClick={() => move.run({ redemption, to: "waiting" })}>
              {t("again")}
            </Button>
          )}
          <Button
            size="s"
            variant="soft"
            pending={pending}
            onClick={() => move.run({ redemption, to: "handed-over" })}
          >
            {t("handOver")}
          </Button>
        </div>
        <FormErrors title={move.error} />
      </div>
    </div>
  );
}

/** A voucher's end is the first instant on which it no longer works: people are told the day before. */
const lastInstant = (expiresAt: string): string => new Date(Date.parse(expiresAt) - 1).toISOString();

function useMoves() {
  const t = useTranslations("rewards.waiting");
  const router = useRouter();
  const toast = useToast();
  const told = { "handed-over": t("handed"), ready: t("moved"), waiting: t("movedBack") };
  const move = useAct(moveFulfilmentAction, {
    onDone: ({ fulfilment }) => {
      toast({ text: told[fulfilment] });
      router.refresh();
    },
  });
  const cancel = useAct(cancelRedemptionAction, {
    onDone: () => {
      toast({ text: t("cancelled") });
      router.refresh();
    },
  });
  return { move, cancel };
}
