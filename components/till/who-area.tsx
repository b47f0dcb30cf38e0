"use client";

import { Search, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, type RefObject, useCallback, useEffect, useState } from "react";
import { ScanButton } from "@/components/camera/scan-button";
import { useShop } from "@/components/merchant/shop-context";
import { cx } from "@/components/ui/cx";
import { FieldError } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import type { Product } from "@/lib/products/schemas";
import type { BasketVoucher, Sold } from "./basket";
import { CardHere } from "./card-here";
import { EnrolHere } from "./enrol-here";
import { FoundMembers } from "./found-members";
import { MemberHere } from "./member-here";
import type { Who } from "./queue/queued-purchase";
import { VoucherHere } from "./rewards/voucher-here";
import { keptEnrolment } from "./till-memory";
import { useFind } from "./use-find";

/** Who stands at the till: found by anything they are known by, or enrolled on the spot. */
export function WhoArea({
  field,
  text,
  onText,
  who,
  voucher,
  tiers,
  expiringWithin,
  products,
  activities,
  refusal,
  onAdd,
  onScan,
  onCamera,
  onTakeOff,
  onChoose,
}: {
  field: RefObject<HTMLInputElement | null>;
  text: string;
  onText: (text: string) => void;
  who: Who | null;
  /** The code of a voucher that was scanned. */
  voucher: string | null;
  tiers: { key: string; name: string }[];
  expiringWithin: number;
  products: Product[];
  /** What the member can be said to have done besides buying. */
  activities: ReactNode;
  refusal: string | undefined;
  onAdd: (sold: Sold) => void;
  /** Whether what was scanned was no person, and has been dealt with. */
  onScan: (text: string) => boolean;
  /** What the camera read, whatever it is. */
  onCamera: (text: string) => void;
  /** A voucher that takes money off. */
  onTakeOff: (voucher: BasketVoucher) => void;
  onChoose: (who: Who | null) => void;
}) {
  const t = useTranslations("till");
  const { slug } = useShop();
  const [enrolling, setEnrolling] = useState(false);
  // A reload, or having to sign in again, came in between.
  useEffect(() => setEnrolling(keptEnrolment(sessionStorage, slug) !== null), [slug]);
  const find = useFind({ text, onOnly: onChoose });
  const onFound = useCallback((id: string) => onChoose({ id }), [onChoose]);
  const leave = () => {
    setEnrolling(false);
    onChoose(null);
  };
  return (
    <div>
      <search>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (!onScan(text)) find.submit();
          }}
        >
          <label htmlFor="till-find" className="sr-only">
            {t("find.label")}
          </label>
          <div className="flex gap-2">
            <span
              className={cx(
                "flex min-h-13 min-w-0 grow items-center gap-2 rounded-control border bg-float px-3 has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent",
                refusal ? "border-bad shadow-[inset_0_0_0_1px_var(--bad)]" : "border-edge",
              )}
            >
              <Icon of={Search} size={22} />
              <input
                ref={field}
                id="till-find"
                type="text"
                // biome-ignore lint/a11y/noAutofocus: a till waits for the next customer's card
                autoFocus
                autoComplete="off"
                autoCorrect="off"
                spellCheck={false}
                enterKeyHint="search"
                value={text}
                placeholder={t("find.placeholder")}
                aria-invalid={refusal ? true : undefined}
                aria-describedby={refusal ? "till-find-error" : undefined}
                onChange={(event) => {
                  setEnrolling(false);
                  onText(event.currentTarget.value);
                }}
                onKeyDown={(event) => {
                  if (event.key === "Escape") leave();
                }}
                className="min-h-12 w-full min-w-0 grow bg-transparent text-reading outline-none"
              />
              {text ? (
                <button
                  type="button"
                  aria-label={t("find.clear")}
                  onClick={leave}
                  className="touchable grid size-8 place-items-center"
                >
                  <Icon of={X} />
                </button>
              ) : null}
            </span>
            <ScanButton onRead={onCamera} />
          </div>
          {refusal ? (
            <div className="mt-1.5">
              <FieldError id="till-find-error">{refusal}</FieldError>
            </div>
          ) : null}
        </form>
      </search>
      {enrolling ? (
        <EnrolHere
          typed={text}
          onDone={(id) => {
            setEnrolling(false);
            onChoose({ id });
          }}
          onCancel={() => setEnrolling(false)}
        />
      ) : text.trim() === "" && voucher ? (
        <VoucherHere code={voucher} onTakeOff={onTakeOff} onUsed={onFound} onLeave={() => onChoose(who)} />
      ) : text.trim() !== "" || !who ? (
        <FoundMembers
          find={find}
          text={text}
          onChoose={(id) => onChoose({ id })}
          onEnrol={() => setEnrolling(true)}
        />
      ) : "id" in who ? (
        <>
          <MemberHere
            id={who.id}
            tiers={tiers}
            expiringWithin={expiringWithin}
            products={products}
            onAdd={onAdd}
            onLeave={leave}
          />
          {activities}
        </>
      ) : (
        <CardHere card={who.card} onFound={onFound} onEnrol={() => setEnrolling(true)} onLeave={leave} />
      )}
    </div>
  );
}
