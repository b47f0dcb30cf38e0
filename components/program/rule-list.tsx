import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { Changed } from "./changed";

export interface ListedRule {
  key: string;
  /** Where it is changed; null for one that the draft has removed. */
  href: string | null;
  /** As it would be; null when removed. */
  sentence: string | null;
  /** As it is published; null when new. */
  was: string | null;
  /** What stands under the sentence, if anything. */
  beside: string;
  current: boolean;
}

export type RuleGroup = "first" | "then" | "add" | "most";

/** The rules in the order in which they work, so that one can read them aloud. */
export function RuleList({
  groups,
  stacking,
  addHref,
}: {
  groups: { group: RuleGroup; rules: ListedRule[] }[];
  /** How several multipliers go together. */
  stacking: string | undefined;
  addHref: string;
}) {
  const t = useTranslations("rules.list");
  let number = 0;
  return (
    <section>
      <h1 className="text-section mb-3.5">{t("title")}</h1>
      {groups.map(({ group, rules }) =>
        rules.length === 0 ? null : (
          <div key={group} className="grid border-t border-line py-1.5 sm:grid-cols-[88px_minmax(0,1fr)]">
            <h2 className="pt-2 text-ink-2">{t(`group.${group}`)}</h2>
            <div>
              <ol>
                {rules.map((rule) => {
                  number += 1;
                  return <Rule key={rule.key} rule={rule} number={number} />;
                })}
              </ol>
              {group === "then" && rules.length > 1 && stacking ? (
                <p className="pb-2 pl-8 text-aside text-ink-2">{stacking}</p>
              ) : null}
            </div>
          </div>
        ),
      )}
      <Link
        href={addHref}
        className="mt-2 inline-flex min-h-10 items-center gap-2 rounded-control px-2 font-strong text-say hover:bg-wash sm:ml-20"
      >
        <Icon of={Plus} />
        {t("add")}
      </Link>
    </section>
  );
}

/** One rule of a list: its sentence with what the draft changes in it, leading to where it is edited. */
export function Rule({ rule, number }: { rule: ListedRule; number: number }) {
  const t = useTranslations("rules.list");
  const badge =
    rule.sentence === null
      ? "removed"
      : rule.was === null
        ? "new"
        : rule.was === rule.sentence
          ? null
          : "changed";
  const body = (
    <>
      <span className="text-ink-3">{number}</span>
      <span className="min-w-0">
        <span className="text-title block text-balance">
          {/* Of one that is new the badge says it: marks are for words within a sentence. */}
          <Changed before={rule.was ?? rule.sentence} after={rule.sentence} />
        </span>
        {rule.beside ? <span className="block text-aside text-ink-2">{rule.beside}</span> : null}
      </span>
      {badge ? (
        <span>
          <Badge tone={badge === "removed" ? "plain" : "accent"}>{t(`badge.${badge}`)}</Badge>
        </span>
      ) : null}
    </>
  );
  const row = cx(
    "-ml-2.5 grid grid-cols-[24px_minmax(0,1fr)_auto] items-baseline gap-x-2 px-2.5 py-2",
    rule.current
      ? "rounded-r-control bg-wash shadow-[inset_3px_0_var(--accent)]"
      : rule.href && "rounded-control hover:bg-paper",
  );
  return (
    <li>
      {rule.href ? (
        <Link href={rule.href} aria-current={rule.current ? "true" : undefined} className={row}>
          {body}
        </Link>
      ) : (
        <div className={row}>{body}</div>
      )}
    </li>
  );
}
