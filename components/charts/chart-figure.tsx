import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

/** The figures behind a chart, already in words of the reader's language. The first cell of a row names it. */
export type ChartTable = { head: string[]; rows: { key: string; cells: string[] }[] };

const sizes = { title: "text-title", section: "text-section", answer: "text-answer" };

/**
 * A chart with its answer above it, its count and period below the answer, and its figures one press away. The
 * title is a full sentence: "7 in 10 come back within a month."
 */
export function ChartFigure({
  title,
  caption,
  note,
  table,
  tableId,
  tableLabel,
  size = "title",
  level: Heading = "h2",
  className,
  children,
}: {
  title: ReactNode;
  caption?: ReactNode;
  /** Below the chart: what is uncertain, or how it is counted. */
  note?: ReactNode;
  table: ChartTable;
  /** For a figure of the title that leads to the figures behind it. */
  tableId?: string;
  /** "Figures as a table" */
  tableLabel: string;
  size?: keyof typeof sizes;
  level?: "h1" | "h2" | "h3";
  className?: string;
  children: ReactNode;
}) {
  return (
    <figure className={cx("flex min-w-0 flex-col", className)}>
      <figcaption>
        <Heading className={sizes[size]}>{title}</Heading>
        {caption ? <p className="mt-1 text-ink-2">{caption}</p> : null}
      </figcaption>
      <div className="mt-auto pt-4">{children}</div>
      {note ? <div className="mt-2.5 text-small text-ink-2">{note}</div> : null}
      <details className="mt-2">
        <summary className="link touchable w-fit text-small">{tableLabel}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
        <section id={tableId} className="mt-2 max-h-96 overflow-auto" aria-label={tableLabel} tabIndex={0}>
          <FiguresTable table={table} />
        </section>
      </details>
    </figure>
  );
}

function FiguresTable({ table }: { table: ChartTable }) {
  return (
    <table className="w-full border-collapse text-small">
      <thead>
        <tr>
          {table.head.map((head, index) => (
            <th
              key={head}
              scope="col"
              className={cx(
                "border-b border-edge py-1.5 pr-3 last:pr-0",
                index === 0 ? "text-left" : "text-right",
              )}
            >
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={row.key}>
            {row.cells.map((cell, index) => (
              <td
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell has no name but its column
                key={index}
                className={cx("border-b border-line py-1.5 pr-3 last:pr-0", index > 0 && "text-right")}
              >
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
