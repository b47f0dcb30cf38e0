"use client";

import { PriceList } from "@/components/ui/price-list";
import type { Explanation as Words } from "@/lib/earning/domain/explain";
import { useWords } from "./use-words";

/** Why an award is what it is, as a price list, and what would have earned more. */
export function Explanation({
  explanation,
  sumLabel,
  size,
  missedAtMost = 3,
}: {
  explanation: Words;
  sumLabel: string;
  size?: "body" | "reading" | "till";
  /** How much of what would have earned more is told. */
  missedAtMost?: number;
}) {
  const { figure } = useWords();
  const total = explanation.rows.reduce((sum, row) => sum + row.points, 0);
  return (
    <>
      <PriceList
        size={size}
        items={explanation.rows.map((row, index) => ({
          key: `${index}`,
          label: row.label,
          value: figure(row.points, { signed: row.sub }),
          derived: row.sub,
        }))}
        sum={{ label: sumLabel, value: figure(total) }}
      />
      {explanation.missed.length > 0 ? (
        <ul className="mt-3 grid gap-1 text-small text-ink-2">
          {explanation.missed.slice(0, missedAtMost).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
