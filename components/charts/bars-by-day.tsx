import { max } from "d3-array";
import { scaleLinear } from "d3-scale";
import { Levels, Plot, Stations, spread } from "./plot";

export type BarSeries = {
  key: string;
  /** In the right margin, beside its bars: "issued". */
  label: string;
  /** What came in stands above the line; what went out hangs below it. */
  side: "up" | "down";
  /** The one in the shop's colour. */
  main?: boolean;
};

export type BarDay = {
  key: string;
  /** Under the axis: "20 Nov". */
  label: string;
  /** By series, none negative, all whole: what is counted has no halves. */
  values: Record<string, number>;
  /** Read when the pointer rests on the day: "20 Nov: 412 issued, 350 spent". */
  title: string;
};

/**
 * What came in and what went out, day by day, from one line up and down. Bars start at zero; those of one side
 * stand on each other. The quiet ones have an edge, so that they can be told from the page.
 */
export function BarsByDay({
  label,
  days,
  series,
  format,
  height = 188,
  left = 44,
  right = 72,
  stations,
}: {
  label: string;
  days: BarDay[];
  series: BarSeries[];
  format: (value: number) => string;
  height?: number;
  left?: number;
  right?: number;
  /** Words under it, at most: fewer where it stands in a narrow column. */
  stations?: number;
}) {
  const up = series.filter((one) => one.side === "up");
  const down = series.filter((one) => one.side === "down");
  const reach = (side: BarSeries[]) => max(days, (day) => total(day, side)) ?? 0;
  const y = scaleLinear([-reach(down), Math.max(reach(up), 1)], [height - (down.length ? 4 : 0), 14]);
  const slot = 100 / Math.max(days.length, 1);
  const gap = days.length > 45 ? 0.12 : 0.22;
  return (
    <Plot label={label} height={height} margin={{ top: 4, right, bottom: 32, left }}>
      <Levels
        ticks={y.ticks(4).filter((tick) => tick !== 0 && Number.isInteger(tick))}
        y={y}
        format={(value) => format(Math.abs(value))}
        left={left}
      />
      {days.map((day, index) => (
        <g key={day.key}>
          <title>{day.title}</title>
          {[...stack(day, up, 1), ...stack(day, down, -1)].map((bar) => (
            <rect
              key={bar.key}
              x={`${index * slot + (slot * gap) / 2}%`}
              width={`${slot * (1 - gap)}%`}
              y={Math.min(y(bar.from), y(bar.to))}
              height={Math.abs(y(bar.from) - y(bar.to))}
              className={bar.main ? "fill-accent" : bar.order === 0 ? "fill-wash-2" : "fill-paper"}
              {...(bar.main ? {} : { stroke: "var(--accent)", strokeWidth: 1 })}
            />
          ))}
        </g>
      ))}
      <line x1="0" x2="100%" y1={y(0)} y2={y(0)} className="stroke-edge" />
      <Stations
        labels={days.map((day) => day.label)}
        at={(index) => (index + 0.5) * slot}
        height={height}
        most={stations}
      />
      <SideLabels series={series} days={days} y={y} height={height} />
    </Plot>
  );
}

/** The series' names in the right margin, each near the middle of its bars, the ones of a side in stacking order. */
function SideLabels({
  series,
  days,
  y,
  height,
}: {
  series: BarSeries[];
  days: BarDay[];
  y: (value: number) => number;
  height: number;
}) {
  const wanted = series.map((one) => {
    const same = series.filter((other) => other.side === one.side);
    const sign = one.side === "up" ? 1 : -1;
    const reach = max(days, (day) => total(day, same)) ?? 0;
    return y((sign * reach * (same.indexOf(one) + 0.6)) / (same.length + 0.2));
  });
  const placed = spread(wanted, 17, 8, height - 4);
  return series.map((one, index) => (
    <text
      key={one.key}
      x="100%"
      dx={10}
      y={(placed[index] ?? 0) + 4}
      className={one.main ? "fill-say! font-strong" : undefined}
    >
      {one.label}
    </text>
  ));
}

function total(day: BarDay, side: BarSeries[]): number {
  return side.reduce((sum, one) => sum + (day.values[one.key] ?? 0), 0);
}

function stack(day: BarDay, side: BarSeries[], sign: 1 | -1) {
  let from = 0;
  return side
    .map((one, order) => {
      const to = from + sign * (day.values[one.key] ?? 0);
      const bar = { key: one.key, main: one.main, order, from, to };
      from = to;
      return bar;
    })
    .filter((bar) => bar.from !== bar.to);
}
