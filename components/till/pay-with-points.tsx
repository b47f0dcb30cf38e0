"use client";

import { useTranslations } from "next-intl";
import { useWords } from "@/components/merchant/use-words";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import type { Payment } from "./use-payment";

/** As many digits as a number of points may have. */
const longest = 9;

/** How many of the member's points may pay for this basket: one press uses the most, and it can be changed or taken away. */
export function PayWithPoints({ payment, onRecord }: { payment: Payment; onRecord: () => void }) {
  const t = useTranslations("till.pay");
  const { points: words, money } = useWords();
  const { offer, isOnline, points, error, change } = payment;
  if (points !== undefined) {
    return (
      <form
        noValidate
        className="mt-5 grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-2 border-t border-line pt-3"
        onSubmit={(event) => {
          event.preventDefault();
          onRecord();
        }}
      >
        <TextField
          label={t("title")}
          inputMode="numeric"
          autoComplete="off"
          maxLength={longest}
          value={points === 0 ? "" : String(points)}
          error={error}
          hint={offer ? t("most", { points: words(offer.most), amount: money(offer.worth) }) : undefined}
          onChange={(event) => change(Number(event.currentTarget.value.replaceAll(/\D/g, "")))}
        />
        <Button className="mt-[26px]" onClick={() => change(undefined)}>
          {t("takeAway")}
        </Button>
      </form>
    );
  }
  const most = offer && isOnline ? offer.most : 0;
  const said = !isOnline
    ? t("offline")
    : offer && most > 0
      ? t("most", { points: words(most), amount: money(offer.worth) })
      : offer && offer.minimum > 1
        ? t("none", { points: words(offer.minimum) })
        : null;
  if (said === null) return null;
  return (
    <section
      aria-labelledby="till-pay"
      className="mt-5 grid min-h-14 grid-cols-[minmax(0,1fr)_auto] items-center gap-4 border-t border-line pt-2"
    >
      <div>
        <h2 id="till-pay" className="text-small font-strong">
          {t("title")}
        </h2>
        <p className="text-small text-ink-2">{said}</p>
      </div>
      {most > 0 ? (
        <Button size="l" aria-label={t("useCount", { points: words(most) })} onClick={() => change(most)}>
          {t("use")}
        </Button>
      ) : null}
    </section>
  );
}
