import { cx } from "@/components/ui/cx";

export type CompareRow = {
  key: string;
  label: string;
  value: number;
  /** Beside the bar: "349,900". */
  text: string;
  /** What is more than this is drawn in the shop's colour, what reaches it is quiet. */
  over?: number;
  /** The whole bar in the shop's colour. */
  main?: boolean;
};

/** A few amounts against each other, each bar beside its name and its figure, all from zero. */
export function CompareBars({ label, rows }: { label: string; rows: CompareRow[] }) {
  const most = Math.max(...rows.map((row) => row.value), 1);
  return (
    <ul
      aria-label={label}
      className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-2.5 gap-y-3 text-small"
    >
      {rows.map((row) => {
        const quiet = row.main ? 0 : Math.min(row.over ?? row.value, row.value);
        return (
          <li key={row.key} className="contents">
            <span className="text-right text-ink-2">{row.label}</span>
            <span className="flex items-center gap-2">
              <span
                className="flex h-[22px]"
                style={{ flex: `0 1 calc((100% - 5rem) * ${row.value / most})` }}
              >
                <span className="bg-wash-2" style={{ flex: quiet }} />
                <span className="bg-accent" style={{ flex: row.value - quiet }} />
              </span>
              <span
                className={cx("flex-none font-strong", (row.main || row.over !== undefined) && "text-say")}
              >
                {row.text}
              </span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
