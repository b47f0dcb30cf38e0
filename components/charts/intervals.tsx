import { scaleLinear } from "d3-scale";

export type IntervalRow = {
  key: string;
  label: string;
  low: number;
  value: number;
  high: number;
  /** Beside the interval: "54, give or take 7". */
  text: string;
  /** The one that is spoken of. */
  main?: boolean;
};

const rowHeight = 44;
const left = 66;

/** Uncertain figures: a dot with its interval, one row each, over a labelled scale that need not start at zero. */
export function Intervals({
  label,
  rows,
  format,
  right = 128,
}: {
  label: string;
  rows: IntervalRow[];
  format: (value: number) => string;
  /** Room for the words beside the intervals, in px. */
  right?: number;
}) {
  const lowest = Math.min(...rows.map((row) => row.low));
  const highest = Math.max(...rows.map((row) => row.high));
  const x = scaleLinear([lowest, highest === lowest ? lowest + 1 : highest], [0, 100]);
  const height = rows.length * rowHeight - 4;
  return (
    <div style={{ padding: `4px ${right}px 28px ${left}px` }}>
      <svg
        role="img"
        aria-label={label}
        width="100%"
        height={height}
        className="block overflow-visible text-[13px] [&_text]:fill-ink-2"
      >
        {x.ticks(3).map((tick) => (
          <g key={tick}>
            <line x1={`${x(tick)}%`} x2={`${x(tick)}%`} y1={0} y2={height} className="stroke-line" />
            <text x={`${x(tick)}%`} y={height + 22} textAnchor="middle">
              {format(tick)}
            </text>
          </g>
        ))}
        {rows.map((row, index) => (
          <Interval key={row.key} row={row} x={x} y={index * rowHeight + 20} />
        ))}
      </svg>
    </div>
  );
}

function Interval({ row, x, y }: { row: IntervalRow; x: (value: number) => number; y: number }) {
  return (
    <g>
      <text x={-left} y={y + 5} className={row.main ? "fill-ink! font-strong" : undefined}>
        {row.label}
      </text>
      <g className={row.main ? undefined : "opacity-60"}>
        <line
          x1={`${x(row.low)}%`}
          x2={`${x(row.high)}%`}
          y1={y}
          y2={y}
          className="stroke-accent [stroke-width:2.5px]"
        />
        <circle
          cx={`${x(row.value)}%`}
          cy={y}
          r={row.main ? 6 : 5}
          className="fill-accent stroke-sheet [stroke-width:2px]"
        />
      </g>
      <text
        x={`${x(row.high)}%`}
        dx={10}
        y={y + 5}
        className={row.main ? "fill-say! font-strong" : "fill-ink!"}
      >
        {row.text}
      </text>
    </g>
  );
}
