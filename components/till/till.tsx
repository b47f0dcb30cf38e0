"use client";

import { useTranslations } from "next-intl";
import { useCallback, useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { TillAreas } from "@/components/layout/till-areas";
import { useToast } from "@/components/ui/toast";
import type { Product } from "@/lib/products/schemas";
import { ActivitiesHere } from "./activities-here";
import type { ProductType } from "./amount-panel";
import { type BasketVoucher, needsAnswer, type Sold, soldProduct, totalOf } from "./basket";
import { JustNow } from "./just-now";
import { PayWithPoints } from "./pay-with-points";
import type { Who } from "./queue/queued-purchase";
import { readScan } from "./read-scan";
import { GiveList } from "./rewards/give-list";
import type { OnTill } from "./till-memory";
import { useAmountEntry } from "./use-amount-entry";
import { useBasket } from "./use-basket";
import { useBasketVouchers } from "./use-basket-vouchers";
import { useNameOf } from "./use-member";
import { useOnTill } from "./use-on-till";
import { usePayment } from "./use-payment";
import { usePreview } from "./use-preview";
import type { Recent } from "./use-recent";
import { useRecord } from "./use-record";
import type { Activity } from "./use-record-activity";
import { useTillKeys } from "./use-till-keys";
import { amountTab, WhatArea } from "./what-area";
import { WhoArea } from "./who-area";
import { WorthArea } from "./worth-area";

export interface TillProps {
  products: Product[];
  /** Article numbers, most sold first. */
  mostSold: string[];
  productTypes: ProductType[];
  tiers: { key: string; name: string }[];
  /** Days before they expire from which points are told of. */
  expiringWithin: number;
  /** Whether points pay for purchases in this program. */
  takesPoints: boolean;
  /** What staff may record besides purchases. */
  activities: Activity[];
  recent: Recent[];
  /** How long a purchase may be undone from here; null: as long as it is listed. */
  undoMinutes: number | null;
  /** Where products are added; null for those who may not. */
  editHref: string | null;
}

/** An Enter that follows a card within so many milliseconds is the scanner's own. */
const scannersEnter = 700;

/** The whole till: who stands there, what they take, what it is worth. */
export function Till({
  products,
  mostSold,
  productTypes,
  tiers,
  expiringWithin,
  takesPoints,
  activities,
  recent,
  undoMinutes,
  editHref,
}: TillProps) {
  const t = useTranslations("till");
  const [text, setText] = useState("");
  const [who, setWho] = useState<Who | null>(null);
  /** The code of a voucher that was scanned. */
  const [voucher, setVoucher] = useState<string | null>(null);
  const [tab, setTab] = useState<string | null>(null);
  const [refusals, setRefusals] = useState<{ who?: string; what?: string }>({});
  const find = useRef<HTMLInputElement>(null);
  const amount = useRef<HTMLInputElement>(null);
  /** With a member, keys are heard from anywhere; without one, the till waits for the next card. */
  const turned = useRef<{ to: "keys" | "find" | null; at: number }>({ to: null, at: 0 });
  const { basket, add, setQuantity, payWith, takeOff, putAside, clear, putBack } = useBasket();
  const memberId = who && "id" in who ? who.id : null;
  const preview = usePreview({ memberId, basket });

  const choose = useCallback(
    (next: Who | null) => {
      setWho(next);
      setVoucher(null);
      setText("");
      setRefusals({});
      // Points are one member's own.
      payWith(undefined);
      turned.current = { to: next ? "keys" : "find", at: Date.now() };
    },
    [payWith],
  );

  const toast = useToast();
  const comeOff = useCallback(
    (scanned: BasketVoucher) => {
      takeOff(scanned);
      toast({ text: t("voucher.comesOff", { name: scanned.name }) });
      if (who) setVoucher(null);
      else choose({ id: scanned.member.id });
    },
    [takeOff, toast, t, who, choose],
  );

  // Once it is drawn, and not before: the Enter that a scanner sends after a card still belongs to the find field.
  useLayoutEffect(() => {
    const { to } = turned.current;
    if (to === "keys") find.current?.blur();
    else if (to === "find") find.current?.focus();
    turned.current.to = null;
  });

  const toAmount = useCallback(() => {
    flushSync(() => setTab(amountTab));
    amount.current?.focus();
  }, []);

  const recording = useRecord({
    ahead: preview.data?.ahead,
    onTried: useCallback((triedAt) => putBack((current) => ({ ...current, triedAt })), [putBack]),
    onTaken: () => {
      clear();
      setTab(null);
      choose(null);
    },
  });

  const vouchers = useBasketVouchers({ basket, recording, onPutAside: putAside });
  const payment = usePayment({ basket, preview, recording, onPoints: payWith });

  useOnTill({
    who,
    basket,
    isSending: recording.isPending && !needsAnswer(basket),
    onBack: useCallback(
      (kept: OnTill) => {
        setWho(kept.who);
        putBack(kept.basket);
      },
      [putBack],
    ),
  });

  const nameOf = useNameOf();
  const record = useCallback(() => {
    const isEmpty = basket.lines.length === 0;
    setRefusals({
      who: who ? undefined : t("worth.needsMember"),
      what: isEmpty ? t("worth.needsAmount") : undefined,
    });
    if (!who) find.current?.focus();
    else if (isEmpty) toAmount();
    else recording.record({ who, basket });
  }, [who, basket, recording, toAmount, t]);

  const put = (sold: Sold) => {
    add(sold);
    setRefusals((shown) => ({ ...shown, what: undefined }));
  };
  const scan = (typed: string): boolean => {
    const read = readScan(typed, products);
    if (read?.kind === "product") put(soldProduct(read.product));
    if (read?.kind === "voucher") {
      setText("");
      setVoucher(read.code);
    }
    if (read?.kind === "card") {
      choose(null);
      setText(read.card);
    }
    return read !== null;
  };
  const missing = basket.lines.length > 0 ? undefined : refusals.what;
  const entry = useAmountEntry({
    field: amount,
    productTypes,
    refusal: missing,
    onAdd: put,
    onScan: scan,
    onDone: record,
  });

  const enter = useCallback(() => {
    const isScanners = basket.lines.length === 0 && Date.now() - turned.current.at < scannersEnter;
    if (!isScanners) record();
  }, [basket, record]);
  useTillKeys({ find, memberChosen: who !== null, toAmount, onEnter: enter });

  return (
    <TillAreas
      who={
        <WhoArea
          field={find}
          text={text}
          onText={(typed) => {
            setText(typed);
            setRefusals((shown) => ({ ...shown, who: undefined }));
          }}
          who={who}
          voucher={voucher}
          tiers={tiers}
          expiringWithin={expiringWithin}
          products={products}
          activities={
            memberId && activities.length > 0 ? (
              <ActivitiesHere key={memberId} memberId={memberId} activities={activities} />
            ) : null
          }
          onAdd={put}
          refusal={who ? undefined : refusals.who}
          onScan={(typed) => {
            // A card is looked up where it was typed.
            const read = readScan(typed, products);
            if (!read || read.kind === "card") return false;
            setText("");
            return scan(typed);
          }}
          onCamera={(read) => {
            if (scan(read)) return;
            choose(null);
            setText(read.trim());
          }}
          onTakeOff={comeOff}
          onChoose={choose}
        />
      }
      what={
        <WhatArea
          field={amount}
          products={products}
          mostSold={mostSold}
          productTypes={productTypes}
          editHref={editHref}
          basket={basket}
          vouchers={vouchers}
          buyer={memberId}
          paid={payment.paid}
          entry={entry}
          refusal={missing}
          tab={tab}
          onTab={setTab}
          onAdd={put}
          onQuantity={setQuantity}
        />
      }
      worth={
        <WorthArea
          preview={preview}
          known={who !== null}
          basket={basket}
          recording={recording}
          toPay={totalOf(basket) - payment.paid}
          payment={takesPoints && memberId ? <PayWithPoints payment={payment} onRecord={record} /> : null}
          refusedElsewhere={payment.isRefused || vouchers.isRefused}
          rewards={
            memberId ? (
              <GiveList
                memberId={memberId}
                onTakeOff={(voucher) =>
                  takeOff({ ...voucher, member: { id: memberId, name: nameOf({ id: memberId }) } })
                }
              />
            ) : null
          }
          onRecord={record}
        />
      }
      recent={<JustNow first={recent} undoMinutes={undoMinutes} serving={who !== null} />}
    />
  );
}
