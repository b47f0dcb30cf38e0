import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Changed } from "./changed";
import type { LineChange } from "./diff-lines";
import type { Part } from "./program-changes";

/** What a draft would change, sentence by sentence. */
export function Difference({ changes }: { changes: { part: Part; changes: LineChange[] }[] }) {
  const t = useTranslations("rules.difference");
  return changes.map(({ part, changes: lines }) => (
    <section key={part} className="grid gap-x-4 border-t border-line py-3 sm:grid-cols-[9rem_minmax(0,1fr)]">
      <h2 className="pt-1 text-ink-2">{t(`part.${part}`)}</h2>
      <ul className="grid gap-3">
        {lines.map((change) => (
          <li key={change.key} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
            <span className="text-title min-w-0 grow basis-64">
              {change.kind === "added" || change.kind === "moved" ? (
                change.after
              ) : (
                <Changed before={change.before} after={"after" in change ? change.after : null} />
              )}
            </span>
            <Badge tone="accent">{t(`kind.${change.kind}`)}</Badge>
          </li>
        ))}
      </ul>
    </section>
  ));
}
