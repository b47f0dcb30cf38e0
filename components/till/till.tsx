"use client";

import { useTranslations } from "next-intl";
import { useCallback, useRef, useState } from "react";
import { TillAreas } from "@/components/layout/till-areas";
import { BasketArea, type ProductType } from "./basket-area";
import { JustNow } from "./just-now";
import { useBasket } from "./use-basket";
import { useMemberName } from "./use-member";
import { usePreview } from "./use-preview";
import type { Recent } from "./use-recent";
import { useRecord } from "./use-record";
import { useTillKeys } from "./use-till-keys";
import { WhoArea } from "./who-area";
import { WorthArea } from "./worth-area";

interface Tier {
  key: string;
  name: string;
}

/** The whole till: who stands there, what they take, what it is worth. */
export function Till({
  productTypes,
  tiers,
  recent,
}: {
  productTypes: ProductType[];
  tiers: Tier[];
  recent: Recent[];
}) {
  const t = useTranslations("till");
  const [text, setText] = useState("");
  const [memberId, setMemberId] = useState<string | null>(null);
  const [refusals, setRefusals] = useState<{ who?: string; what?: string }>({});
  const find = useRef<HTMLInputElement>(null);
  const amount = useRef<HTMLInputElement>(null);
  const { basket, add, setQuantity, clear } = useBasket();
  const preview = usePreview({ memberId, basket });

  const choose = useCallback((id: string | null) => {
    setMemberId(id);
    setText("");
    setRefusals({});
    (id ? amount : find).current?.focus();
  }, []);

  const recording = useRecord({
    ahead: preview.data?.ahead,
    onRecorded: () => {
      clear();
      choose(null);
    },
  });

  const nameOf = useMemberName();
  const record = useCallback(() => {
    const who = memberId ? undefined : t("worth.needsMember");
    const what = basket.lines.length > 0 ? undefined : t("worth.needsAmount");
    setRefusals({ who, what });
    if (who || !memberId) find.current?.focus();
    else if (what) amount.current?.focus();
    else recording.record({ memberId, name: nameOf(memberId), basket });
  }, [memberId, basket, recording, nameOf, t]);

  useTillKeys({ find, amount, memberChosen: memberId !== null, onEnter: record });

  return (
    <TillAreas
      who={
        <>
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
            onChoose={choose}
          />
          <JustNow first={recent} />
        </>
      }
      what={
        <BasketArea
          field={amount}
          productTypes={productTypes}
          basket={basket}
          refusal={basket.lines.length > 0 ? undefined : refusals.what}
          onAdd={(line) => {
            add(line);
            setRefusals((shown) => ({ ...shown, what: undefined }));
          }}
          onQuantity={setQuantity}
          onScan={(card) => {
            choose(null);
            setText(card);
          }}
          onDone={record}
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
    />
  );
}
