"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { answered, type DataOf } from "@/components/merchant/answered";
import { useShop } from "@/components/merchant/shop-context";
import { useTried } from "@/components/merchant/use-tried";
import { useWords } from "@/components/merchant/use-words";
import { useToast } from "@/components/ui/toast";
import { isMoneyOff } from "@/lib/kernel/money-off";
import {
  getVoucherAction,
  listRewardsForAction,
  redeemRewardAction,
  useVoucherAction as redeemVoucherAction,
} from "@/lib/rewards/actions";
import type { BasketVoucher } from "../basket";

export type Offers = DataOf<typeof listRewardsForAction>;
export type Offer = Offers["offers"][number];
export type Voucher = DataOf<typeof getVoucherAction>;

/** What the member who stands here could take. */
export function useOffers(memberId: string) {
  const { slug } = useShop();
  return useQuery({
    // Below the member's own key: what they record or take changes what they can afford.
    queryKey: ["till", "member", slug, memberId, "offers"],
    queryFn: () => answered(listRewardsForAction(slug, { member: memberId })),
  });
}

/**
 * Hands a reward over: its points are taken, and its voucher, if it has one, is used with it; money off goes to the basket,
 * which its voucher is used with. The redemption keeps its id from the first try to the last, so that pressing again takes
 * no points again.
 */
export function useGive(
  memberId: string,
  { onDone, onTakeOff }: { onDone: () => void; onTakeOff: (voucher: Omit<BasketVoucher, "member">) => void },
) {
  const t = useTranslations("till.rewards");
  const { slug } = useShop();
  const { points } = useWords();
  const toast = useToast();
  const client = useQueryClient();
  const tried = useTried();
  return useMutation({
    networkMode: "always",
    mutationFn: async ({ offer, version }: { offer: Offer; version: number }) => {
      const id = tried.idOf(`${memberId} ${offer.key}`);
      const taken = await answered(
        redeemRewardAction(slug, { member: { id: memberId }, reward: offer.key, version, id }),
      );
      // What has to be got ready is handed over by its voucher later.
      const isHandedOver = !isMoneyOff(offer.gives);
      if (
        isHandedOver &&
        taken.voucher &&
        taken.redemption.fulfilment === null &&
        taken.redemption.status === "open"
      ) {
        await answered(redeemVoucherAction(slug, { code: taken.voucher.code }));
      }
      return taken;
    },
    onSuccess: ({ redemption, voucher, points: moved }, { offer: { gives } }) => {
      tried.forget();
      if (voucher && redemption.status === "open" && isMoneyOff(gives)) {
        const { name, quantity } = redemption;
        onTakeOff({ code: voucher.code, name, quantity, gives });
      }
      const waits = redemption.fulfilment !== null && redemption.fulfilment !== "handed-over";
      toast({ text: t(waits ? "ordered" : "given", { name: redemption.name, points: points(moved.spent) }) });
      onDone();
    },
    onSettled: () => client.invalidateQueries({ queryKey: ["till", "member"] }),
  });
}

/** A voucher that was scanned or typed, as it stands now. */
export function useVoucherBy(code: string) {
  const { slug } = useShop();
  return useQuery({
    queryKey: ["till", "voucher", slug, code],
    queryFn: () => answered(getVoucherAction(slug, { code })),
    staleTime: 0,
  });
}

/** Uses a voucher. Of two tills at once the second is refused; what became of it is then fetched anew. */
export function useUseVoucher(code: string, onUsed: (voucher: Voucher) => void) {
  const { slug } = useShop();
  const client = useQueryClient();
  return useMutation({
    networkMode: "always",
    mutationFn: () => answered(redeemVoucherAction(slug, { code })),
    onSuccess: onUsed,
    onSettled: () => client.invalidateQueries({ queryKey: ["till", "voucher", slug, code] }),
  });
}
