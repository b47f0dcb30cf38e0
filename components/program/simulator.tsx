"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { answered, problemOf } from "@/components/merchant/answered";
import { useShop } from "@/components/merchant/shop-context";
import { TypedBefore } from "@/components/merchant/typed-before";
import { useDebounced } from "@/components/merchant/use-debounced";
import { useRefusal } from "@/components/merchant/use-refusal";
import { useTyped } from "@/components/merchant/use-typed";
import { simulatePurchaseAction } from "@/lib/earning/actions";
import type { KeptPurchase } from "@/lib/earning/domain/kept-purchase";
import { localInstant, localText } from "@/lib/kernel/local-instant";
import { amountText, typedAmount } from "@/lib/kernel/typed-amount";
import { KeepBasket } from "./keep-basket";
import { Simulated } from "./simulated";
import { SimulatorBasket, type TypedLine } from "./simulator-basket";
import { type Person, SimulatorPerson } from "./simulator-person";
import { WhenAndWhere } from "./when-and-where";

interface Tried {
  lines: TypedLine[];
  person: Person;
  /** Null: now, whenever that is. */
  when: string | null;
  /** Empty: elsewhere. */
  channel: string;
  elsewhere: string;
  /** To keep it under. */
  name: string;
}

interface Props {
  productTypes: { key: string; name: string }[];
  tiers: { key: string; name: string }[];
  /** Now on the shop's clock, as a form has it: 2026-11-20T14:05. */
  now: string;
  published: number | null;
  hasDraft: boolean;
  /** Where this shop sells. */
  channels: readonly string[];
  /** The kept basket that is looked at. */
  basket: string | null;
  /** What to begin with. */
  kept: KeptPurchase | null;
}

/** Any basket, anybody, any time: what it would earn by the draft and by what is published. Nothing is written. */
export function Simulator({ productTypes, tiers, now, published, hasDraft, channels, basket, kept }: Props) {
  const t = useTranslations("simulator");
  const { slug, currency, zone } = useShop();
  const locale = useLocale();
  const form = useTyped<Tried>(`simulator ${basket ?? ""}`, () => ({
    lines: kept?.lines.map(({ productType, amount }, index) => ({
      no: index + 1,
      productType,
      amount: amountText(amount, currency, locale),
    })) ?? [{ no: 1, productType: productTypes[0]?.key ?? "", amount: "100" }],
    person: personOf(kept),
    when: kept ? localText(new Date(kept.occurredAt), zone) : null,
    channel: kept?.channel ?? "store",
    elsewhere: "",
    name: "",
  }));
  const { lines, person, channel, elsewhere, name } = form.typed;
  const when = form.typed.when ?? now;
  const change = (changes: Partial<Tried>) => form.change((before) => ({ ...before, ...changes }));

  const amounts = lines.map((line) => ({ ...line, minor: typedAmount(line.amount, currency, locale) }));
  const isReady =
    amounts.every(({ minor }) => minor !== null) && when !== "" && (person.kind === "anybody" || person.id);
  const asked = isReady
    ? JSON.stringify({
        lines: amounts.map(({ productType, minor }) => ({ productType, amount: minor ?? 0 })),
        member:
          person.kind === "member"
            ? { id: person.id }
            : { tier: person.tier || null, firstPurchase: person.firstPurchase },
        occurredAt: localInstant(when, zone).toISOString(),
        channel: channel || elsewhere.trim() || "store",
        on: [...(hasDraft ? ["draft"] : []), ...(published === null ? [] : ["published"])],
        locale,
      })
    : null;
  const settled = useDebounced(asked, 200);
  const query = useQuery({
    queryKey: ["program", "simulate", slug, settled],
    queryFn: () => answered(simulatePurchaseAction(slug, JSON.parse(settled ?? "null"))),
    enabled: settled !== null,
    placeholderData: keepPreviousData,
  });
  const refusal = useRefusal();
  const refused = Object.values(problemOf(query.error)?.fields ?? {});
  return (
    <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,26rem)_minmax(0,1fr)]">
      <div>
        <form className="grid gap-5" onSubmit={(event) => event.preventDefault()}>
          <TypedBefore form={form} />
          <SimulatorBasket
            lines={lines}
            productTypes={productTypes}
            errorOf={(no) =>
              amounts.find((line) => line.no === no)?.minor === null ? t("noAmount") : undefined
            }
            onChange={(next) => change({ lines: next })}
          />
          <SimulatorPerson person={person} tiers={tiers} onChange={(next) => change({ person: next })} />
          <WhenAndWhere
            when={when}
            channel={channel}
            elsewhere={elsewhere}
            channels={kept ? [...channels, kept.channel] : channels}
            onChange={change}
          />
        </form>
        <KeepBasket asked={asked} name={name} onName={(next) => change({ name: next })} />
      </div>
      <Simulated
        results={query.data?.results ?? null}
        tier={query.data ? (tiers.find((tier) => tier.key === query.data.tier)?.name ?? null) : null}
        stale={query.isPlaceholderData || asked !== settled}
        error={
          refused.length > 0
            ? [problemOf(query.error)?.message, ...refused].join(" ")
            : refusal(query.error, t("unreachable"))
        }
      />
    </div>
  );
}

function personOf(kept: KeptPurchase | null): Person {
  const person = kept?.person;
  if (person?.kind === "member" && person.id)
    return { kind: "member", id: person.id, name: person.name ?? "" };
  if (person?.kind === "anybody")
    return { kind: "anybody", tier: person.tier ?? "", firstPurchase: person.firstPurchase };
  return { kind: "anybody", tier: "", firstPurchase: false };
}
