"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { answered, type DataOf } from "@/components/merchant/answered";
import { useShop } from "@/components/merchant/shop-context";
import { useDebounced } from "@/components/merchant/use-debounced";
import { useWords } from "@/components/merchant/use-words";
import { exampleOfRuleAction } from "@/lib/earning/actions";
import { formatDayOf, formatTime, unbroken } from "@/lib/kernel/i18n/day-words";
import type { Rule } from "@/lib/program/schemas";

type Example = NonNullable<DataOf<typeof exampleOfRuleAction>["example"]>;

/** What the rule in the form does for a regular's own purchase, shortly after each change. */
export function RuleExample({ rule, revision }: { rule: Rule; revision: number }) {
  const t = useTranslations("rules.example");
  const { slug } = useShop();
  const wanted = useDebounced(JSON.stringify(rule), 400);
  const { data } = useQuery({
    // The draft that it is tried in is another one after each save.
    queryKey: ["program", "example", slug, revision, wanted],
    queryFn: () => answered(exampleOfRuleAction(slug, { rule: JSON.parse(wanted) as Rule })),
    placeholderData: keepPreviousData,
    retry: false,
  });
  if (!data || data.looked === 0) return null;
  return (
    <p className="mt-2.5 max-w-[36em] text-pretty text-ink-2">
      {data.example ? <Shown example={data.example} /> : t("none", { looked: data.looked })}
    </p>
  );
}

function Shown({ example }: { example: Example }) {
  const t = useTranslations("rules.example");
  const { zone } = useShop();
  const { points, figure, locale } = useWords();
  const { member, tier, bought, published, edited, byRule } = example;
  const at = new Date(example.occurredAt);
  const scene = t("scene", {
    who: tier ? t("ofTier", { name: member.name, tier }) : member.name,
    bought: new Intl.ListFormat(locale).format(bought),
    day: unbroken(formatDayOf(at, zone, locale)),
    time: formatTime(at, zone, locale),
  });
  return published === null || published === edited
    ? t("as", { scene, points: points(edited), without: figure(edited - byRule) })
    : t.rich("changed", {
        scene,
        published: points(published),
        edited: figure(edited),
        b: (words) => <b className="text-ink">{words}</b>,
      });
}
