import { extent } from "d3-array";
import { scaleLinear } from "d3-scale";
import { area as areaShape, line as lineShape } from "d3-shape";
import { Levels, Plot, Stations, spread } from "./plot";

export type Line = {
  key: string;
  /** As many as there are labels. */
  values: number[];
  /** Beside the line's end: "70%" or "spent, 49,905". */
  endLabel: string;
  /** Above the line's beginning: "61% a year ago". */
  startLabel?: string;
  /** The one in the shop's colour. With a single line it is that one. */
  main?: boolean;
};

/** What the shop changed: a dotted vertical with words. */
export type Mark = { index: number; label: string };

/** The nested drawing is 1000 units wide and stretched; strokes keep their own width. */
const wide = 1000;

/**
 * Lines over time. With `fromZero` the main line stands on its area and a baseline; otherwise the scale fits the
 * values and there are only labelled hairlines.
 */
export function LineChart({
  label,
  labels,
  lines,
  marks = [],
  format,
  fromZero = false,
  height = 168,
  left = 44,
  right = 76,
  stations,
}: {
  label: string;
  /** Under the chart, from left to right; only some are shown. */
  labels: string[];
  lines: Line[];
  marks?: Mark[];
  format: (value: number) => string;
  fromZero?: boolean;
  height?: number;
  left?: number;
  right?: number;
  /** Words under it, at most: fewer where it stands in a narrow column. */
  stations?: number;
}) {
  const [low = 0, high = 1] = extent(lines.flatMap((line) => line.values)) as [number?, number?];
  const y = scaleLinear(
    [fromZero ? Math.min(0, low) : low, high === low ? low + 1 : high],
    [fromZero ? height : height - 40, 16],
  );
  if (!fromZero) y.nice(2);
  const x = (index: number) => (labels.length > 1 ? (index / (labels.length - 1)) * 100 : 50);
  const main = lines.find((line) => line.main) ?? lines[0];
  const ends = spread(
    lines.map((line) => y(line.values.at(-1) ?? 0)),
    17,
    4,
    height,
  );
  const ordered = [...lines].sort((a, b) => Number(a === main) - Number(b === main));
  return (
    <Plot label={label} height={height} margin={{ top: 4, right, bottom: 32, left }}>
      <Levels ticks={levels(y, fromZero)} y={y} format={format} left={left} />
      {marks.map((mark) => (
        <MarkLine key={mark.index} mark={mark} x={x(mark.index)} height={height} />
      ))}
      <svg
        viewBox={`0 0 ${wide} ${height}`}
        width="100%"
        height={height}
        preserveAspectRatio="none"
        aria-hidden
      >
        {fromZero && main ? <Area values={main.values} x={x} y={y} floor={height} /> : null}
        {ordered.map((line) => (
          <path
            key={line.key}
            d={
              lineShape<number>(
                (_, index) => x(index) * (wide / 100),
                (value) => y(value),
              )(line.values) ?? ""
            }
            fill="none"
            strokeLinejoin="round"
            vectorEffect="non-scaling-stroke"
            strokeWidth={line === main ? 2.5 : 1.5}
            className={line === main ? "stroke-accent" : "stroke-edge"}
          />
        ))}
      </svg>
      {fromZero ? (
        <line x1="0" x2="100%" y1={height + 0.5} y2={height + 0.5} className="stroke-edge" />
      ) : null}
      <Stations labels={labels} at={x} height={height} most={stations} />
      {ordered.map((line) => (
        <Ends
          key={line.key}
          line={line}
          isMain={line === main}
          y={y}
          labelY={ends[lines.indexOf(line)] ?? 0}
        />
      ))}
    </Plot>
  );
}

function levels(y: ReturnType<typeof scaleLinear<number>>, fromZero: boolean): number[] {
  return y.ticks(fromZero ? 3 : 2).filter((tick) => tick !== 0 || !fromZero);
}

function Area({
  values,
  x,
  y,
  floor,
}: {
  values: number[];
  x: (index: number) => number;
  y: (value: number) => number;
  floor: number;
}) {
  const shape = areaShape<number>()
    .x((_, index) => x(index) * (wide / 100))
    .y0(floor)
    .y1((value) => y(value));
  return <path d={shape(values) ?? ""} className="fill-wash" />;
}

function MarkLine({ mark, x, height }: { mark: Mark; x: number; height: number }) {
  const leftward = x > 60;
  return (
    <g>
      <line x1={`${x}%`} x2={`${x}%`} y1={0} y2={height} strokeDasharray="2 3" className="stroke-ink-3" />
      <text x={`${x}%`} dx={leftward ? -6 : 6} y={8} textAnchor={leftward ? "end" : "start"}>
        {mark.label}
      </text>
    </g>
  );
}

function Ends({
  line,
  isMain,
  y,
  labelY,
}: {
  line: Line;
  isMain: boolean;
  y: (value: number) => number;
  labelY: number;
}) {
  const first = y(line.values[0] ?? 0);
  const dot = "stroke-sheet [stroke-width:2px]";
  return (
    <g>
      {line.startLabel ? (
        <>
          <circle cx="0" cy={first} r={4.5} className={isMain ? `fill-accent ${dot}` : `fill-edge ${dot}`} />
          <text x={-4} y={first + 29}>
            {line.startLabel}
          </text>
        </>
      ) : null}
      <circle
        cx="100%"
        cy={y(line.values.at(-1) ?? 0)}
        r={isMain ? 4.5 : 3.5}
        className={isMain ? `fill-accent ${dot}` : `fill-edge ${dot}`}
      />
      <text x="100%" dx={10} y={labelY + 5} className={isMain ? "fill-say! font-strong" : undefined}>
        {line.endLabel}
      </text>
    </g>
  );
}
