"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { problemOf } from "@/components/merchant/answered";
import { useShop } from "@/components/merchant/shop-context";
import { useDayWords } from "@/components/merchant/use-day-words";
import { useRefusal } from "@/components/merchant/use-refusal";
import { useWords } from "@/components/merchant/use-words";
import { Button } from "@/components/ui/button";
import { FormErrors } from "@/components/ui/form-errors";
import { Icon } from "@/components/ui/icon";
import { Skeleton } from "@/components/ui/skeleton";
import { useToast } from "@/components/ui/toast";
import { localDate } from "@/lib/kernel/calendar";
import { formatDay } from "@/lib/kernel/i18n/day-words";
import { isMoneyOff } from "@/lib/kernel/money-off";
import { formatVoucherCode } from "@/lib/kernel/voucher-code";
import type { BasketVoucher } from "../basket";
import { useUseVoucher, useVoucherBy, type Voucher } from "./use-rewards";

/** A voucher that was scanned: what it is, whose, and one button that uses it. Money off goes to the basket by itself. */
export function VoucherHere({
  code,
  onTakeOff,
  onUsed,
  onLeave,
}: {
  code: string;
  onTakeOff: (voucher: BasketVoucher) => void;
  onUsed: (memberId: string) => void;
  onLeave: () => void;
}) {
  const t = useTranslations("till.voucher");
  const { data: voucher, error } = useVoucherBy(code);
  const refusal = useRefusal();
  useEffect(() => {
    if (voucher?.status !== "open" || !isMoneyOff(voucher.gives)) return;
    const { name, quantity, gives, member } = voucher;
    onTakeOff({ code, name, quantity, gives, member });
  }, [voucher, code, onTakeOff]);
  return (
    <div className="mt-6">
      <div className="flex items-start justify-between gap-2">
        <p className="text-small font-strong">{t("title", { code: formatVoucherCode(code) })}</p>
        <button
          type="button"
          onClick={onLeave}
          aria-label={t("leave")}
          className="-mt-2.5 -mr-2 grid size-11 flex-none place-items-center rounded-control hover:bg-wash"
        >
          <Icon of={X} size={22} />
        </button>
      </div>
      {voucher ? (
        <Known voucher={voucher} code={code} onUsed={onUsed} />
      ) : error ? (
        <FormErrors
          title={problemOf(error)?.code === "not_found" ? t("unknown") : refusal(error, t("unreachable"))}
        />
      ) : (
        <Skeleton label={t("loading")} className="mt-2" />
      )}
    </div>
  );
}

function Known({
  voucher,
  code,
  onUsed,
}: {
  voucher: Voucher;
  code: string;
  onUsed: (memberId: string) => void;
}) {
  const t = useTranslations("till.voucher");
  const { zone } = useShop();
  const { locale } = useWords();
  const days = useDayWords();
  const toast = useToast();
  const refusal = useRefusal();
  const use = useUseVoucher(code, ({ name, member }) => {
    toast({ text: t("used", { name }) });
    onUsed(member.id);
  });
  const { status, expiresAt, endedAt, quantity, name } = voucher;
  const ended = endedAt ? { day: days.ago(endedAt), time: days.time(endedAt) } : null;
  // Vouchers end at the first instant of a day: the day before is the last on which they work.
  const lastDay = expiresAt && localDate(new Date(Date.parse(expiresAt) - 1), zone);
  return (
    <>
      <h2 className="text-answer wrap-break-word">{quantity > 1 ? `${quantity} × ${name}` : name}</h2>
      <p className="mt-1.5 text-ink-2">
        {[
          t("of", { name: voucher.member.name ?? t("nobody") }),
          status === "open" && lastDay ? t("until", { day: formatDay(lastDay, locale, "full") }) : null,
        ]
          .filter(Boolean)
          .join(" ")}
      </p>
      <div className="mt-4 grid gap-3">
        {status === "open" ? (
          <>
            <FormErrors title={refusal(use.error, t("unreachable"))} />
            <Button
              size="till"
              variant="main"
              pending={use.isPending}
              onClick={() => (use.isPending ? undefined : use.mutate())}
            >
              {t("use")}
            </Button>
          </>
        ) : (
          <FormErrors title={ended ? t(`${status}On`, ended) : t("ended")} />
        )}
      </div>
    </>
  );
}
