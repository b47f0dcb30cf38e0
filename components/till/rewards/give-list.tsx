"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusal } from "@/components/merchant/use-refusal";
import { useWords } from "@/components/merchant/use-words";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { FormErrors } from "@/components/ui/form-errors";
import { LinkButton } from "@/components/ui/text-link";
import type { BasketVoucher } from "../basket";
import { GiftList } from "./gift-list";
import { useGivesWords } from "./gives-words";
import { type Offer, type Offers, useGive, useOffers } from "./use-rewards";

type TakeOff = (voucher: Omit<BasketVoucher, "member">) => void;

/** As many as stand beside Record; the others are one press away. */
const atHand = 2;

/** What the member's points are enough for: the dearest first, as that is what they have saved for. */
export function GiveList({
  memberId,
  onTakeOff,
}: {
  memberId: string;
  /** What is taken off the basket instead of being handed over. */
  onTakeOff: TakeOff;
}) {
  const t = useTranslations("till.rewards");
  const { points } = useWords();
  const { data } = useOffers(memberId);
  if (!data || data.offers.length === 0) return null;
  const available = data.offers
    .filter((offer) => offer.available)
    .sort((a, b) => b.points - a.points)
    .slice(0, atHand);
  return (
    <section aria-labelledby="till-rewards" className="mt-4">
      <div className="flex flex-wrap items-center justify-between gap-x-3">
        <h2 id="till-rewards" className="text-small font-strong">
          {t("title", { points: points(data.balance) })}
        </h2>
        <AllRewards offers={data} memberId={memberId} onTakeOff={onTakeOff} />
      </div>
      <ul className="low:md:[&>li:nth-child(n+2)]:hidden">
        {available.map((offer) => (
          <Row key={offer.key} offer={offer} offers={data} memberId={memberId} onTakeOff={onTakeOff} />
        ))}
      </ul>
      {available.length === 0 ? (
        <p className="border-t border-line pt-2 text-ink-2">{nearest(data, t, points)}</p>
      ) : null}
    </section>
  );
}

/** "216 points to go for Flat white", or that there is nothing to take now. */
function nearest(
  { offers }: Offers,
  t: ReturnType<typeof useTranslations<"till.rewards">>,
  points: (count: number) => string,
): string {
  const [next] = offers
    .filter((offer) => offer.toGo !== null)
    .sort((a, b) => (a.toGo?.points ?? 0) - (b.toGo?.points ?? 0));
  return next?.toGo ? t("toGo", { points: points(next.toGo.points), name: next.name }) : t("nothing");
}

function Row({
  offer,
  offers,
  memberId,
  onTakeOff,
}: {
  offer: Offer;
  offers: Offers;
  memberId: string;
  onTakeOff: TakeOff;
}) {
  const t = useTranslations("till.rewards");
  const { figure, points } = useWords();
  return (
    <li className="grid min-h-14 grid-cols-[minmax(0,1fr)_auto_auto] items-center gap-4 border-t border-line text-reading">
      <span className="min-w-0 py-1 wrap-break-word">
        {offer.name}
        {offer.available ? null : (
          <span className="block text-small text-ink-2">
            {offer.toGo
              ? t("missing", { points: points(offer.toGo.points) })
              : t(offer.missing.some(({ kind }) => kind === "evening") ? "evening" : "notNow")}
          </span>
        )}
      </span>
      <span>{offer.points === 0 ? t("free") : figure(offer.points)}</span>
      {offer.available ? (
        <Give offer={offer} version={offers.version} memberId={memberId} onTakeOff={onTakeOff} />
      ) : (
        <span />
      )}
    </li>
  );
}

/** Points that are gone are not brought back by an undo once the cup is filled: so it asks. */
function Give({
  offer,
  version,
  memberId,
  onTakeOff,
}: {
  offer: Offer;
  version: number;
  memberId: string;
  onTakeOff: TakeOff;
}) {
  const t = useTranslations("till.rewards");
  const { points } = useWords();
  const [open, setOpen] = useState(false);
  const give = useGive(memberId, { onDone: () => setOpen(false), onTakeOff });
  const hint = useGivesWords()(offer.gives);
  const refusal = useRefusal();
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        give.reset();
      }}
      trigger={
        <Button size="l" aria-label={t("giveName", { name: offer.name })}>
          {t("give")}
        </Button>
      }
      title={t("question", { name: offer.name })}
      description={[
        offer.points === 0 ? t("costsNothing") : t("costs", { points: points(offer.points) }),
        offer.prepared ? t("prepared") : null,
        hint,
      ]
        .filter(Boolean)
        .join(" ")}
      actions={
        <>
          <DialogClose>
            <Button>{t("keep")}</Button>
          </DialogClose>
          <Button
            variant="main"
            pending={give.isPending}
            onClick={() => (give.isPending ? undefined : give.mutate({ offer, version }))}
          >
            {t("confirm")}
          </Button>
        </>
      }
    >
      <FormErrors title={refusal(give.error, t("unreachable"))} />
    </Dialog>
  );
}

function AllRewards({
  offers,
  memberId,
  onTakeOff,
}: {
  offers: Offers;
  memberId: string;
  onTakeOff: TakeOff;
}) {
  const t = useTranslations("till.rewards");
  const { points } = useWords();
  return (
    <Dialog
      trigger={<LinkButton className="min-h-11">{t("all")}</LinkButton>}
      title={t("allTitle", { points: points(offers.balance) })}
      description={t("voucherHint")}
      actions={
        <DialogClose>
          <Button>{t("close")}</Button>
        </DialogClose>
      }
    >
      <ul className="border-b border-line">
        {offers.offers.map((offer) => (
          <Row key={offer.key} offer={offer} offers={offers} memberId={memberId} onTakeOff={onTakeOff} />
        ))}
      </ul>
      <GiftList memberId={memberId} />
    </Dialog>
  );
}
