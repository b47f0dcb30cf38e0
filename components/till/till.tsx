"use client";

import { useTranslations } from "next-intl";
import { useCallback, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { TillAreas } from "@/components/layout/till-areas";
import type { Product } from "@/lib/products/schemas";
import type { ProductType } from "./amount-panel";
import { type Sold, soldProduct } from "./basket";
import { JustNow } from "./just-now";
import { readScan } from "./read-scan";
import { useAmountEntry } from "./use-amount-entry";
import { useBasket } from "./use-basket";
import { useMemberName } from "./use-member";
import { usePreview } from "./use-preview";
import type { Recent } from "./use-recent";
import { useRecord } from "./use-record";
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
  recent: Recent[];
  /** How long a purchase may be undone from here; null: as long as it is listed. */
  undoMinutes: number | null;
  /** Where products are added; null for those who may not. */
  editHref: string | null;
}

/** The whole till: who stands there, what they take, what it is worth. */
export function Till({ products, mostSold, productTypes, tiers, recent, undoMinutes, editHref }: TillProps) {
  const t = useTranslations("till");
  const [text, setText] = useState("");
  const [memberId, setMemberId] = useState<string | null>(null);
  const [tab, setTab] = useState<string | null>(null);
  const [refusals, setRefusals] = useState<{ who?: string; what?: string }>({});
  const find = useRef<HTMLInputElement>(null);
  const amount = useRef<HTMLInputElement>(null);
  const { basket, add, setQuantity, clear } = useBasket();
  const preview = usePreview({ memberId, basket });

  const choose = useCallback((id: string | null) => {
    setMemberId(id);
    setText("");
    setRefusals({});
    // With a member, keys are heard from anywhere; without one, the till waits for the next.
    if (id) find.current?.blur();
    else find.current?.focus();
  }, []);

  const toAmount = useCallback(() => {
    flushSync(() => setTab(amountTab));
    amount.current?.focus();
  }, []);

  const recording = useRecord({
    ahead: preview.data?.ahead,
    onRecorded: () => {
      clear();
      setTab(null);
      choose(null);
    },
  });

  const nameOf = useMemberName();
  const record = useCallback(() => {
    const who = memberId ? undefined : t("worth.needsMember");
    const what = basket.lines.length > 0 ? undefined : t("worth.needsAmount");
    setRefusals({ who, what });
    if (who || !memberId) find.current?.focus();
    else if (what) toAmount();
    else recording.record({ memberId, name: nameOf(memberId), basket });
  }, [memberId, basket, recording, nameOf, toAmount, t]);

  const put = (sold: Sold) => {
    add(sold);
    setRefusals((shown) => ({ ...shown, what: undefined }));
  };
  const scan = (typed: string): boolean => {
    const read = readScan(typed, products);
    if (read?.kind === "product") put(soldProduct(read.product));
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

  useTillKeys({ find, memberChosen: memberId !== null, toAmount, onEnter: record });

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
          memberId={memberId}
          tiers={tiers}
          refusal={memberId ? undefined : refusals.who}
          onScan={(typed) => {
            const known = readScan(typed, products)?.kind === "product" && scan(typed);
            if (known) setText("");
            return known;
          }}
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
          known={memberId !== null}
          basket={basket}
          recording={recording}
          onRecord={record}
        />
      }
      recent={<JustNow first={recent} undoMinutes={undoMinutes} />}
    />
  );
}
