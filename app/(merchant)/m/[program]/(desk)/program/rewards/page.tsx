import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RewardEditor } from "@/components/program/reward-editor";
import { type ListedReward, RewardList } from "@/components/program/reward-list";
import { cx } from "@/components/ui/cx";
import { Empty } from "@/components/ui/empty";
import { ask } from "@/lib/access/ask";
import { formatMoney } from "@/lib/kernel/money";
import { listRewards } from "@/lib/rewards/queries/list-rewards";
import { orNull } from "../../../or-null";
import { firstOf } from "../../first-of";
import { editorOf } from "../editor";

interface Props {
  params: Promise<{ program: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rules.sections"))("rewards") };
}

export default async function RewardsPage({ params, searchParams }: Props) {
  const [{ program }, sought] = await Promise.all([params, searchParams]);
  const [{ session, editor, context }, t] = await Promise.all([
    editorOf(program),
    getTranslations("rewards"),
  ]);
  const { edited, published, revision } = editor;
  const inForce = published ? await orNull(ask(session.actor, listRewards, {})) : null;
  const totals = new Map(inForce?.rewards.map((one) => [one.reward.key, one]));
  const chosen = firstOf(sought.reward);
  const isNew = firstOf(sought.new) !== undefined;
  const reward = edited.content.rewards.find((one) => one.key === chosen) ?? null;
  const here = `/m/${program}/program/rewards`;

  const moreOf = (key: string): string | null => {
    const total = totals.get(key);
    if (total?.donated === 0) return t("donatedNothing");
    if (total?.donated != null)
      return t("donated", { amount: formatMoney(total.donated, context.currency, context.locale) });
    if (total?.left != null) return t("left", { left: total.left, stock: total.reward.stock ?? 0 });
    return null;
  };
  const keys = new Set(edited.content.rewards.map(({ key }) => key));
  const removed = published?.content.rewards.filter(({ key }) => !keys.has(key)) ?? [];
  const listed: ListedReward[] = [
    ...edited.content.rewards.map(({ key }) => ({
      key,
      href: `${here}?reward=${encodeURIComponent(key)}`,
      sentence: edited.sentences[`reward:${key}`] ?? null,
      was: published?.sentences[`reward:${key}`] ?? null,
      more: moreOf(key),
      current: key === chosen,
    })),
    ...removed.map(({ key }) => ({
      key,
      href: null,
      sentence: null,
      was: published?.sentences[`reward:${key}`] ?? null,
      more: moreOf(key),
      current: false,
    })),
  ];
  const isOpen = isNew || reward !== null;
  return (
    <div className="grid gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,576px)_minmax(0,1fr)]">
      <RewardList rewards={listed} addHref={`${here}?new`} />
      <div className={cx("min-w-0", isOpen && "max-xl:order-first")}>
        {isOpen ? (
          <RewardEditor
            key={`${reward?.key ?? "new"} ${revision}`}
            content={edited.content}
            revision={revision}
            reward={reward}
            was={(reward && published?.sentences[`reward:${reward.key}`]) ?? null}
            takenKeys={listed.map(({ key }) => key)}
          />
        ) : listed.length === 0 ? (
          <Empty title={t("empty.title")}>{t("empty.body")}</Empty>
        ) : (
          <section className="border-line xl:border-l xl:pl-8">
            <h2 className="text-title">{t("choose.title")}</h2>
            <p className="mt-2 max-w-prose text-ink-2">{t("choose.body")}</p>
          </section>
        )}
      </div>
    </div>
  );
}
