import { unbroken } from "@/lib/kernel/i18n/day-words";

/** What somebody is known by, side by side: a number stays on one line. */
export function FactsLine({ facts }: { facts: readonly (string | null)[] }) {
  return (
    <span className="flex flex-wrap gap-x-4 text-ink-2">
      {facts.map((fact) =>
        fact ? (
          <span key={fact} className="min-w-0 wrap-anywhere">
            {unbroken(fact)}
          </span>
        ) : null,
      )}
    </span>
  );
}
