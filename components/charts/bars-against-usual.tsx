import { scaleLinear } from "d3-scale";
import { Plot } from "./plot";

export type UsualBar = {
  key: string;
  /** Under the axis: "Tue". */
  label: string;
  value: number;
  /** A mark across the bar; absent: nobody can say yet. */
  usual?: number;
  /** Above a bar that is spoken of. */
  text?: string;
  /** The one in the shop's colour. */
  main?: boolean;
  /** "Tue: 179, usually 118" */
  title: string;
};

const height = 188;

/** A few days, each against what is usual for it: a 2 px mark across the bar. */
export function BarsAgainstUsual({ label, bars, usual }: { label: string; bars: UsualBar[]; usual: string }) {
  const most = Math.max(...bars.flatMap((bar) => [bar.value, bar.usual ?? 0]), 1);
  const y = scaleLinear([0, most], [height, 22]);
  const slot = 100 / Math.max(bars.length, 1);
  const first = bars.find((bar) => bar.usual !== undefined);
  return (
    <Plot label={label} height={height} margin={{ top: 4, right: 0, bottom: 32, left: 0 }}>
      {bars.map((bar, index) => {
        const middle = (index + 0.5) * slot;
        return (
          <g key={bar.key}>
            <title>{bar.title}</title>
            <rect
              x={`${middle - slot * 0.39}%`}
              width={`${slot * 0.78}%`}
              y={y(bar.value)}
              height={height - y(bar.value)}
              className={bar.main ? "fill-accent" : "fill-wash-2"}
              {...(bar.main ? {} : { stroke: "var(--accent)", strokeWidth: 1 })}
            />
            {bar.usual === undefined ? null : (
              <>
                <line
                  x1={`${middle - slot * 0.45}%`}
                  x2={`${middle + slot * 0.45}%`}
                  y1={y(bar.usual)}
                  y2={y(bar.usual)}
                  className="stroke-sheet [stroke-width:6px]"
                />
                <line
                  x1={`${middle - slot * 0.45}%`}
                  x2={`${middle + slot * 0.45}%`}
                  y1={y(bar.usual)}
                  y2={y(bar.usual)}
                  className="stroke-ink [stroke-width:2px]"
                />
              </>
            )}
            {bar === first && bar.usual !== undefined ? (
              <text x={`${middle - slot * 0.43}%`} y={Math.min(y(bar.usual), y(bar.value)) - 7}>
                {usual}
              </text>
            ) : null}
            {bar.text ? (
              <text
                x={`${middle}%`}
                y={Math.min(y(bar.value), y(bar.usual ?? bar.value)) - 8}
                textAnchor="middle"
                className="fill-say! font-strong"
              >
                {bar.text}
              </text>
            ) : null}
            <text x={`${middle}%`} y={height + 22} textAnchor="middle">
              {bar.label}
            </text>
          </g>
        );
      })}
      <line x1="0" x2="100%" y1={height + 0.5} y2={height + 0.5} className="stroke-edge" />
    </Plot>
  );
}
