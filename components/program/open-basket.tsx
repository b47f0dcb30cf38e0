"use client";

import { useTranslations } from "next-intl";
import { useShop } from "@/components/merchant/shop-context";
import { useWords } from "@/components/merchant/use-words";
import { ButtonLink } from "@/components/ui/button";
import type { KeptPurchase } from "@/lib/earning/domain/kept-purchase";
import { formatDayOf, formatTime, unbroken } from "@/lib/kernel/i18n/day-words";
import { ForgetBasket } from "./forget-basket";
import type { KeptBasket, Named } from "./kept-baskets";
import { ResultColumns } from "./result-columns";

/** A kept basket, opened: what is in it, for whom and when, and why draft and published give what they give. */
export function OpenBasket({ basket, named }: { basket: KeptBasket; named: Named }) {
  const t = useTranslations("simulator.kept");
  const { slug } = useShop();
  const { draft, published } = basket;
  const results = [draft, published].filter((one) => one !== null);
  return (
    <div className="grid gap-4 pb-3">
      {basket.basket ? <Kept kept={basket.basket} named={named} /> : null}
      {basket.differs.length > 0 ? <Why rows={basket.differs} /> : null}
      {results.length > 0 ? <ResultColumns results={results} /> : null}
      <div className="flex flex-wrap gap-2.5">
        {basket.basket && !basket.gone ? (
          <ButtonLink size="s" href={`/m/${slug}/program/simulator?basket=${basket.id}`}>
            {t("open")}
          </ButtonLink>
        ) : null}
        <ForgetBasket id={basket.id} name={basket.name} />
      </div>
    </div>
  );
}

function Kept({ kept, named }: { kept: KeptPurchase; named: Named }) {
  const t = useTranslations("simulator.kept");
  const { zone } = useShop();
  const { money, locale } = useWords();
  const nameIn = (list: Named["tiers"], key: string) => list.find((one) => one.key === key)?.name ?? key;
  const { person } = kept;
  const at = new Date(kept.occurredAt);
  const who =
    person.kind === "member"
      ? (person.name ?? t("aMember"))
      : person.tier
        ? nameIn(named.tiers, person.tier)
        : t("anybody");
  return (
    <p className="max-w-prose text-ink-2">
      {t("holds", {
        lines: new Intl.ListFormat(locale).format(
          kept.lines.map((line) => `${nameIn(named.productTypes, line.productType)} ${money(line.amount)}`),
        ),
      })}{" "}
      {t("scene", {
        who,
        first: person.kind === "anybody" && person.firstPurchase ? "yes" : "no",
        day: unbroken(formatDayOf(at, zone, locale, "full")),
        time: formatTime(at, zone, locale),
      })}
    </p>
  );
}

function Why({ rows }: { rows: KeptBasket["differs"] }) {
  const t = useTranslations("simulator.kept");
  const { figure } = useWords();
  return (
    <ul className="grid gap-1">
      {rows.map((row) => (
        <li key={row.label}>
          {t.rich("why", {
            reason: row.label,
            before: figure(row.before),
            after: figure(row.after),
            b: (words) => <b>{words}</b>,
          })}
        </li>
      ))}
    </ul>
  );
}
