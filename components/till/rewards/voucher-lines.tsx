"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useWords } from "@/components/merchant/use-words";
import { FieldError } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import type { BasketVouchers } from "../use-basket-vouchers";

/** What vouchers take off the basket, each with the way to put it aside. */
export function VoucherLines({ vouchers, buyer }: { vouchers: BasketVouchers; buyer: string | null }) {
  const t = useTranslations("till.voucher");
  const { money } = useWords();
  const { rows, putAside } = vouchers;
  if (rows.length === 0) return null;
  return (
    <ul>
      {rows.map(({ code, name, quantity, member, off, note, error }) => (
        <li
          key={code}
          className="grid min-h-14 grid-cols-[minmax(0,1fr)_auto_auto] items-center gap-x-2 border-t border-line text-large"
        >
          <span className="min-w-0 wrap-break-word">
            {quantity > 1 ? `${quantity} × ${name}` : name}
            {note || member.id !== buyer ? (
              <span className="block text-small text-ink-2">
                {[member.id === buyer ? null : t("of", { name: member.name ?? t("nobody") }), note]
                  .filter(Boolean)
                  .join(" ")}
              </span>
            ) : null}
          </span>
          <span>{off > 0 ? money(-off) : null}</span>
          <button
            type="button"
            aria-label={t("putAside", { name })}
            onClick={() => putAside(code)}
            className="-mr-2 grid size-11 place-items-center rounded-control hover:bg-wash"
          >
            <Icon of={X} />
          </button>
          {error ? (
            <div className="col-span-3 pb-2">
              <FieldError>{error}</FieldError>
            </div>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
