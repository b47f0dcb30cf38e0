"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useState } from "react";
import { useShop } from "@/components/merchant/shop-context";
import { useWords } from "@/components/merchant/use-words";
import { cx } from "@/components/ui/cx";
import { FieldError } from "@/components/ui/field";

/** The amount that is being keyed. Under a finger the till's own keypad writes into it, so the device's stays away. */
export function AmountField({
  field,
  text,
  label,
  error,
  onText,
  onSubmit,
}: {
  field: RefObject<HTMLInputElement | null>;
  text: string;
  label: string;
  error: string | undefined;
  onText: (text: string) => void;
  onSubmit: () => void;
}) {
  const t = useTranslations("till.what");
  const { currency } = useShop();
  const { locale } = useWords();
  const [mode, setMode] = useState<"decimal" | "none">("decimal");
  useEffect(() => setMode(matchMedia("(pointer: coarse)").matches ? "none" : "decimal"), []);
  const symbol =
    new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay: "narrowSymbol" })
      .formatToParts(0)
      .find((part) => part.type === "currency")?.value ?? currency;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <label htmlFor="till-amount" className="text-small font-strong">
        {label}
      </label>
      <span
        className={cx(
          "mt-1.5 flex min-h-13 items-center gap-2 rounded-control border bg-float px-3.5 has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent",
          error ? "border-bad shadow-[inset_0_0_0_1px_var(--bad)]" : "border-edge",
        )}
      >
        <span aria-hidden className="text-section text-ink-2">
          {symbol}
        </span>
        <input
          ref={field}
          id="till-amount"
          inputMode={mode}
          autoComplete="off"
          enterKeyHint="done"
          value={text}
          placeholder={locale === "tr" ? "0,00" : "0.00"}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? "till-amount-error" : "till-amount-hint"}
          onChange={(event) => onText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Escape") onText("");
          }}
          className="text-section min-h-12 w-full min-w-0 grow bg-transparent outline-none"
        />
      </span>
      {error ? (
        <div className="mt-1.5">
          <FieldError id="till-amount-error">{error}</FieldError>
        </div>
      ) : (
        <p id="till-amount-hint" className="mt-1.5 text-small text-ink-2">
          {t("hint")}
        </p>
      )}
    </form>
  );
}
