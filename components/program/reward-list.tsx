import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { Changed } from "./changed";

export interface ListedReward {
  key: string;
  /** Where it is changed; null for one that the draft has removed. */
  href: string | null;
  /** As it would be; null when removed. */
  sentence: string | null;
  /** As it is published; null when new. */
  was: string | null;
  /** What is left of its stock, or what its cause was given. */
  more: string | null;
  current: boolean;
}

/** The rewards in the order in which members see them, so that one can read them aloud. */
export function RewardList({ rewards, addHref }: { rewards: ListedReward[]; addHref: string }) {
  const t = useTranslations("rewards");
  return (
    <section>
      <h1 className="text-section mb-3.5">{t("title")}</h1>
      <ol className="border-t border-line py-1.5">
        {rewards.map((reward, index) => (
          <li key={reward.key}>
            <Listed reward={reward} number={index + 1} />
          </li>
        ))}
      </ol>
      <Link
        href={addHref}
        className="mt-2 inline-flex min-h-10 items-center gap-2 rounded-control px-2 font-strong text-say hover:bg-wash"
      >
        <Icon of={Plus} />
        {t("add")}
      </Link>
    </section>
  );
}

function Listed({ reward, number }: { reward: ListedReward; number: number }) {
  const t = useTranslations("rewards.badge");
  const { sentence, was, href, current } = reward;
  const badge = sentence === null ? "removed" : was === null ? "new" : was === sentence ? null : "changed";
  const row = cx(
    "-ml-2.5 grid grid-cols-[24px_minmax(0,1fr)_auto] items-baseline gap-x-2 px-2.5 py-2",
    current
      ? "rounded-r-control bg-wash shadow-[inset_3px_0_var(--accent)]"
      : href && "rounded-control hover:bg-paper",
  );
  const body = (
    <>
      <span className="text-ink-3">{number}</span>
      <span className="min-w-0">
        <span className="text-title block text-balance">
          <Changed before={was ?? sentence} after={sentence} />
        </span>
        {reward.more ? <span className="block text-aside text-ink-2">{reward.more}</span> : null}
      </span>
      {badge ? (
        <span>
          <Badge tone={badge === "removed" ? "plain" : "accent"}>{t(badge)}</Badge>
        </span>
      ) : null}
    </>
  );
  return href ? (
    <Link href={href} aria-current={current ? "true" : undefined} className={row}>
      {body}
    </Link>
  ) : (
    <div className={row}>{body}</div>
  );
}
