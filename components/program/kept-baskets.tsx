"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { AskFirst } from "@/components/merchant/ask-first";
import { useAct } from "@/components/merchant/use-act";
import { useWords } from "@/components/merchant/use-words";
import { Button } from "@/components/ui/button";
import { type Column, Table } from "@/components/ui/table";
import { forgetBasketAction } from "@/lib/earning/actions";

export interface KeptBasket {
  id: string;
  name: string;
  draft: number | null;
  published: number | null;
  gone: boolean;
}

/** The baskets one keeps, under what is published and under the draft, and what that difference is in words. */
export function KeptBaskets({ baskets, hasDraft }: { baskets: KeptBasket[]; hasDraft: boolean }) {
  const t = useTranslations("simulator.kept");
  const { points, figure } = useWords();
  const changed = baskets.filter((one) => differenceOf(one) !== 0);
  const more = changed.filter((one) => differenceOf(one) > 0).length;
  const columns: Column<KeptBasket>[] = [
    { key: "name", header: t("column.name"), lead: true, cell: ({ name }) => name },
    {
      key: "published",
      header: t("column.published"),
      align: "end",
      cell: ({ published }) => (published === null ? null : figure(published)),
    },
    ...(hasDraft
      ? [
          {
            key: "draft",
            header: t("column.draft"),
            align: "end" as const,
            cell: ({ draft }: KeptBasket) => (draft === null ? null : <b>{figure(draft)}</b>),
          },
        ]
      : []),
    {
      key: "difference",
      header: t("column.difference"),
      className: "sm:pl-8",
      cell: (basket) => {
        if (basket.gone) return <span className="text-warn">{t("gone")}</span>;
        const difference = differenceOf(basket);
        if (!hasDraft) return null;
        return difference === 0
          ? t("same")
          : t(difference > 0 ? "more" : "less", { points: points(Math.abs(difference)) });
      },
    },
    {
      key: "forget",
      header: t("column.act"),
      align: "end",
      cell: (basket) => <Forget basket={basket} />,
    },
  ];
  return (
    <section className="mt-12 border-t border-ink pt-5">
      <h2 className="text-section">
        {!hasDraft || baskets.length === 0
          ? t("title")
          : changed.length === 0
            ? t("allSame", { count: baskets.length })
            : t("changed", { count: baskets.length, more, less: changed.length - more })}
      </h2>
      <p className="mt-1 mb-4 max-w-prose text-ink-2">{baskets.length === 0 ? t("empty") : t("body")}</p>
      {baskets.length > 0 ? (
        <Table caption={t("title")} columns={columns} rows={baskets} rowKey={({ id }) => id} />
      ) : null}
    </section>
  );
}

const differenceOf = ({ draft, published }: KeptBasket): number =>
  draft === null || published === null ? 0 : draft - published;

function Forget({ basket }: { basket: KeptBasket }) {
  const t = useTranslations("simulator.kept");
  const router = useRouter();
  const act = useAct(forgetBasketAction, { onDone: () => router.refresh() });
  return (
    <AskFirst
      trigger={
        <Button size="s" aria-label={t("forgetOf", { name: basket.name })}>
          {t("forget")}
        </Button>
      }
      title={t("forgetOf", { name: basket.name })}
      description={t("forgetBody")}
      keep={t("keepIt")}
      confirm={t("forget")}
      act={{ ...act, run: () => act.run({ id: basket.id }) }}
    />
  );
}
