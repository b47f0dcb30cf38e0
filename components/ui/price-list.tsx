import type { ReactNode } from "react";
import { cx } from "./cx";

export type PriceLine = {
  label: ReactNode;
  value: ReactNode;
  /** Follows from the line above it: indented, in the second voice. */
  derived?: boolean;
  key?: string;
};

const lines = { reading: "leading-7", body: "leading-[1.375rem]", till: "text-reading leading-[2.125rem]" };

/**
 * Label, dotted leader, figure: for explanations and whatever adds up. The sum stands below the double rule.
 */
export function PriceList({
  items,
  sum,
  size = "body",
}: {
  items: PriceLine[];
  sum?: { label: ReactNode; value: ReactNode };
  size?: keyof typeof lines;
}) {
  return (
    <dl className={lines[size]}>
      {items.map(({ key, derived, label, value }, index) => (
        <Line key={key ?? index} label={label} value={value} className={cx(derived && "pl-4 text-ink-2")} />
      ))}
      {sum ? <Line {...sum} sum className="double-rule-t mt-2 pt-2 font-strong" /> : null}
    </dl>
  );
}

function Line({
  label,
  value,
  sum = false,
  className,
}: {
  label: ReactNode;
  value: ReactNode;
  sum?: boolean;
  className?: string;
}) {
  return (
    <div className={cx("flex min-w-0 items-baseline-last", className)}>
      <dt className="flex min-w-0 grow items-baseline-last leading-[1.4]">
        <span>{label}</span>
        {sum ? null : <span aria-hidden className="leader" />}
      </dt>
      <dd className="whitespace-nowrap">{value}</dd>
    </div>
  );
}
