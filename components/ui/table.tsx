import { ArrowDown, ArrowUp } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./cx";
import { Icon } from "./icon";
import { Link } from "./link";

export type Column<Row> = {
  key: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Figures stand on the right edge. */
  align?: "end";
  /** The accountant's term beside the plain word. */
  quiet?: boolean;
  /** On a phone a row is led by this cell, without its label; the first column does unless another says so. */
  lead?: boolean;
  /** A box to choose the row by: narrow, and beside the lead on a phone. */
  choice?: boolean;
  /** Leave out on a phone. */
  wideOnly?: boolean;
  /** The header is a link that sorts by this column; `now` when it is sorted so already. */
  sort?: { href: string; now?: "ascending" | "descending" };
  className?: string;
};

/** The elements' own roles, said again: browsers forget them where a table is not laid out as one. */
const as = {
  table: { role: "table" },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  columnheader: { role: "columnheader" },
  cell: { role: "cell" },
} as const;

/** A table on a laptop; under 640 px every row becomes label and value pairs. */
export function Table<Row>({
  caption,
  captionShown = false,
  columns,
  rows,
  rowKey,
  chosen,
  total,
  className,
}: {
  /** What the table holds, for those who cannot see where it stands. */
  caption: string;
  captionShown?: boolean;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string | number;
  chosen?: (row: Row) => boolean;
  /** The last row, between a rule and the double rule: one cell a column, by key. */
  total?: Record<string, ReactNode>;
  className?: string;
}) {
  const lead = (columns.find((column) => column.lead) ?? columns.find((column) => !column.choice))?.key;
  return (
    <table {...as.table} className={cx("block w-full border-collapse sm:table", className)}>
      <caption
        className={captionShown ? "block pb-2 text-left text-small text-ink-2 sm:table-caption" : "sr-only"}
      >
        {caption}
      </caption>
      <thead {...as.rowgroup} className="sr-only sm:not-sr-only sm:table-header-group">
        <tr {...as.row}>
          {columns.map((column) => (
            <HeaderCell key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody {...as.rowgroup} className="block sm:table-row-group">
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            {...as.row}
            aria-selected={chosen?.(row) || undefined}
            className={cx(
              "relative grid grid-cols-[auto_1fr] gap-x-4 border-b border-line py-2.5 sm:table-row sm:py-0",
              chosen?.(row) && "bg-[color-mix(in_oklab,var(--wash)_55%,transparent)]",
            )}
          >
            {columns.map((column) => (
              <Cell key={column.key} column={column} lead={column.key === lead}>
                {column.cell(row)}
              </Cell>
            ))}
          </tr>
        ))}
        {total ? (
          <tr
            {...as.row}
            className="double-rule-b grid grid-cols-[auto_1fr] gap-x-4 border-t border-t-ink py-2.5 font-strong sm:table-row sm:py-0"
          >
            {columns.map((column) => (
              <Cell key={column.key} column={{ ...column, quiet: false }} lead={column.key === lead}>
                {total[column.key]}
              </Cell>
            ))}
          </tr>
        ) : null}
      </tbody>
    </table>
  );
}

function HeaderCell<Row>({ column }: { column: Column<Row> }) {
  const { sort } = column;
  return (
    <th
      {...as.columnheader}
      scope="col"
      aria-sort={sort?.now}
      className={cx(
        "border-b border-edge py-2 pr-3 text-left align-bottom text-small last:pr-0",
        column.align === "end" && "text-right",
        column.choice && "w-9 align-middle!",
        column.className,
      )}
    >
      {sort ? (
        <Link href={sort.href} className="touchable inline-flex items-center gap-1 hover:underline">
          {column.header}
          {sort.now ? <Icon of={sort.now === "ascending" ? ArrowUp : ArrowDown} size={14} /> : null}
        </Link>
      ) : (
        column.header
      )}
    </th>
  );
}

function Cell<Row>({ column, lead, children }: { column: Column<Row>; lead: boolean; children: ReactNode }) {
  const empty = children === null || children === undefined || children === "";
  return (
    <td
      {...as.cell}
      className={cx(
        "align-baseline sm:table-cell sm:py-[7px] sm:pr-3 sm:last:pr-0",
        column.align === "end" && "sm:text-right",
        column.quiet && "text-ink-2",
        column.choice
          ? "absolute top-2.5 right-0 sm:static sm:w-9 sm:py-0 sm:align-middle"
          : lead
            ? "col-span-2 pb-0.5 max-sm:font-strong"
            : "contents",
        (column.wideOnly || (empty && !lead)) && "max-sm:hidden",
        column.className,
      )}
    >
      {lead || column.choice ? (
        children
      ) : (
        <>
          <span aria-hidden className="text-ink-2 sm:hidden">
            {column.header}
          </span>
          <span className="max-sm:text-right">{children}</span>
        </>
      )}
    </td>
  );
}

/** What can be done with the chosen rows; it takes the place of the search line above the table. */
export function BulkBar({
  chosen,
  children,
  clear,
}: {
  /** "2 chosen" */
  chosen: ReactNode;
  children: ReactNode;
  clear: ReactNode;
}) {
  return (
    <div className="mb-1 flex flex-wrap items-center gap-2 rounded-control bg-wash py-[7px] pr-2 pl-3.5">
      <b className="mr-2">{chosen}</b>
      {children}
      <span className="ml-auto">{clear}</span>
    </div>
  );
}
