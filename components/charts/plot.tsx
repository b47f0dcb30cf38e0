import type { ReactNode } from "react";

/** Room around the drawn area, in px, for words that stand beside it. */
export type Margin = { top: number; right: number; bottom: number; left: number };

/**
 * The ground of a chart. Across, everything is placed in percent, so the chart fits any width while its words
 * stay 13 px and its lines stay thin; down, in px. Words outside the drawn area stand in its margins.
 */
export function Plot({
  label,
  height,
  margin,
  children,
}: {
  /** What the chart says, for those who do not see it; the figures are in its table. */
  label: string;
  /** Of the drawn area, without margins, in px. */
  height: number;
  margin: Margin;
  children: ReactNode;
}) {
  return (
    <div style={{ padding: `${margin.top}px ${margin.right}px ${margin.bottom}px ${margin.left}px` }}>
      <svg
        role="img"
        aria-label={label}
        width="100%"
        height={height}
        className="block overflow-visible font-text text-[13px] [&_text]:fill-ink-2"
      >
        {children}
      </svg>
    </div>
  );
}

/** Hairlines with their figures in the left margin. */
export function Levels({
  ticks,
  y,
  format,
  left,
}: {
  ticks: number[];
  y: (value: number) => number;
  format: (value: number) => string;
  left: number;
}) {
  return ticks.map((tick) => (
    <g key={tick}>
      <line x1={-left} x2="100%" y1={y(tick)} y2={y(tick)} className="stroke-line" />
      <text x={-left} y={y(tick) - 5}>
        {format(tick)}
      </text>
    </g>
  ));
}

/** A few words under the drawn area, as many as fit a phone: the first, the last, and some between. */
export function Stations({
  labels,
  at,
  height,
  most = 4,
}: {
  labels: string[];
  /** Where the n-th stands, in percent. */
  at: (index: number) => number;
  height: number;
  most?: number;
}) {
  return pickEvenly(labels.length, most).map((index) => (
    <text
      key={index}
      x={`${at(index)}%`}
      y={height + 22}
      textAnchor={index === 0 ? "start" : index === labels.length - 1 ? "end" : "middle"}
    >
      {labels[index]}
    </text>
  ));
}

/** Up to `most` of 0 .. count-1, evenly, with both ends. */
export function pickEvenly(count: number, most: number): number[] {
  if (count <= most) return Array.from({ length: count }, (_, index) => index);
  const step = (count - 1) / (most - 1);
  return Array.from({ length: most }, (_, index) => Math.round(index * step));
}

/** Moves labels apart until each has `room` px of height to itself, keeping their order and staying in [top, bottom]. */
export function spread(wanted: number[], room: number, top: number, bottom: number): number[] {
  const order = wanted.map((y, index) => ({ y, index })).sort((a, b) => a.y - b.y);
  let floor = top;
  for (const label of order) {
    label.y = Math.max(label.y, floor);
    floor = label.y + room;
  }
  let ceiling = bottom;
  for (const label of order.toReversed()) {
    label.y = Math.min(label.y, ceiling);
    ceiling = label.y - room;
  }
  const placed: number[] = [];
  for (const label of order) placed[label.index] = label.y;
  return placed;
}
