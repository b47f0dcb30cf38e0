import { useTranslations } from "next-intl";
import type { PointsName } from "@/components/merchant/points-name";
import { Disclosure } from "@/components/ui/disclosure";
import type { BoundForm } from "@/lib/kernel/action-result";
import { formatDayNearOf, formatTime, unbroken } from "@/lib/kernel/i18n/day-words";
import { formatVoucherCode } from "@/lib/kernel/voucher-code";
import type { takeBackOwnRewardAction } from "@/lib/rewards/actions";
import { PressForm } from "./press-form";
import { QrCode } from "./qr-code";
import { voucherAt } from "./row-address";

/** A voucher as a customer's page knows it: plain data. */
export interface VoucherShown {
  redemption: string;
  code: string;
  name: string;
  /** On what it works, in words. */
  conditions: string | null;
  quantity: number;
  points: number;
  source: "points" | "birthday" | "tier" | "apology" | "treat";
  status: "open" | "used" | "expired" | "cancelled";
  fulfilment: "waiting" | "ready" | "handed-over" | "cancelled" | null;
  expiresAt: string | null;
  endedAt: string | null;
  redeemedAt: string;
  /** The one at which it is a place: used at its door, and given back only before it begins. */
  evening: { startsAt: string; begun: boolean } | null;
}

interface Place {
  zone: string;
  locale: string;
  /** The shop's local day. */
  today: string;
  points: PointsName;
  takeBack: BoundForm<typeof takeBackOwnRewardAction>;
  /** The card's own address. */
  home: string;
}

/** What was got for points and waits to be used, each with its code; and what became of the others. */
export function Wallet({
  open,
  ended,
  shown,
  place,
}: {
  open: VoucherShown[];
  ended: VoucherShown[];
  /** The redemption whose voucher is shown open, before the others: the one that was just made, or pressed. */
  shown?: string;
  place: Place;
}) {
  const t = useTranslations("portal.rewards");
  const day = (instant: string, before = 0) =>
    unbroken(formatDayNearOf(new Date(Date.parse(instant) - before), place));
  const isShown = (voucher: VoucherShown) => voucher.redemption === shown;
  const first = open.toSorted((a, b) => Number(isShown(b)) - Number(isShown(a)));
  return (
    <section id="wallet" aria-labelledby="wallet-title" className="mt-8">
      <h2 id="wallet-title" className="border-b border-ink pb-2 font-strong">
        {t("wallet")}
      </h2>
      {open.length === 0 ? (
        <p className="py-3 text-ink-2">{t("walletNone", { word: place.points.many })}</p>
      ) : null}
      <ul>
        {first.map((voucher) => (
          <li key={voucher.redemption} className="border-b border-line py-1">
            <Disclosure
              panel
              open={isShown(voucher)}
              summary={<Head voucher={voucher} place={place} day={day} />}
            >
              <VoucherFace voucher={voucher} place={place} />
            </Disclosure>
          </li>
        ))}
      </ul>
      {ended.length > 0 ? (
        <div className="mt-3">
          <Disclosure summary={<span className="link">{t("ended")}</span>} chevron={false}>
            <ul>
              {ended.map((voucher) => (
                <li key={voucher.redemption} className="border-b border-line py-2.5 last:border-0">
                  <p className="font-strong wrap-break-word">{voucher.name}</p>
                  <p className="text-ink-2">
                    {t(`status.${voucher.status}`, { day: day(voucher.endedAt ?? voucher.redeemedAt) })}
                  </p>
                </li>
              ))}
            </ul>
          </Disclosure>
        </div>
      ) : null}
    </section>
  );
}

function Head({
  voucher,
  place,
  day,
}: {
  voucher: VoucherShown;
  place: Place;
  day: (instant: string, before?: number) => string;
}) {
  const t = useTranslations("portal.rewards");
  const { evening } = voucher;
  const time = (instant: string) => formatTime(new Date(instant), place.zone, place.locale);
  const facts = [
    evening
      ? t("voucherEvening", { day: day(evening.startsAt), time: time(evening.startsAt) })
      : // Good through the day before the instant at which it expires.
        voucher.expiresAt
        ? t("voucherUntil", { day: day(voucher.expiresAt, 1) })
        : t("voucherOpen"),
    voucher.quantity > 1 ? t("quantity", { count: voucher.quantity }) : null,
    voucher.source === "points" ? null : t(`source.${voucher.source}`),
    voucher.fulfilment ? t(`fulfilment.${voucher.fulfilment}`) : null,
  ];
  return (
    <div className="py-2">
      <p className="font-strong wrap-break-word">{voucher.name}</p>
      <p className="text-ink-2">{facts.filter(Boolean).join(", ")}</p>
      {voucher.conditions ? <p className="text-ink-2">{voucher.conditions}</p> : null}
    </div>
  );
}

function VoucherFace({ voucher, place }: { voucher: VoucherShown; place: Place }) {
  const t = useTranslations("portal.rewards");
  return (
    <>
      <div className="mx-auto w-fit rounded-control bg-white p-1 pb-2 text-center text-[#000]">
        <QrCode text={voucher.code} label={t("code")} className="size-[176px]" />
        <p className="text-reading tracking-wide">{formatVoucherCode(voucher.code)}</p>
      </div>
      <p className="mt-2 text-center">{t(voucher.evening ? "atDoor" : "atTill")}</p>
      {voucher.evening?.begun ? (
        <p className="mt-3 text-center text-ink-2">{t("begun")}</p>
      ) : (
        <TakeBack voucher={voucher} place={place} />
      )}
    </>
  );
}

function TakeBack({ voucher, place }: { voucher: VoucherShown; place: Place }) {
  const t = useTranslations("portal.rewards");
  return (
    <div className="mt-3">
      <Disclosure summary={<span className="link">{t("takeBack")}</span>} chevron={false}>
        <p className="mb-3">
          {t("takeBackBody", { count: voucher.points, points: place.points.count(voucher.points) })}
        </p>
        <PressForm
          act={place.takeBack}
          at={voucherAt(place.home, voucher.redemption)}
          hidden={{ redemption: voucher.redemption }}
          buttons={[{ label: t("takeBack"), variant: "bad" }]}
          pending={t("takingBack")}
        />
      </Disclosure>
    </div>
  );
}
