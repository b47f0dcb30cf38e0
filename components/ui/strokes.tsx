import type { ReactNode } from "react";
import { Progress } from "./progress";

/** A stroke and the gap after it; the fifth is followed by half a stroke's room more. In px. */
const step = 17;
const height = 26;
const most = 30;

/**
 * Counted things (visits, stamps) as strokes in fives: done ones full height in the shop's colour, missing ones
 * thinner and shorter. Above 30 a bar. `label` says the same to screen readers: "14 of 20 visits".
 */
export function Strokes({
  done,
  of: total,
  label,
  caption,
}: {
  done: number;
  of: number;
  label: string;
  caption?: ReactNode;
}) {
  if (total > most) return <Progress value={done} max={total} label={label} caption={caption} />;
  const at = (index: number) => index + Math.floor(index / 5) * 0.55;
  const end = Math.max(at(total - 1), 1);
  return (
    <div>
      <div className="px-0.5" style={{ maxWidth: `${(end + 0.25) * step * 1.15}px` }}>
        <svg role="img" aria-label={label} className="block h-[26px] w-full overflow-visible">
          {Array.from({ length: total }, (_, index) => {
            const x = `${(at(index) / end) * 100}%`;
            const isDone = index < done;
            return (
              <line
                // biome-ignore lint/suspicious/noArrayIndexKey: strokes are told apart by nothing but their place
                key={index}
                x1={x}
                x2={x}
                y1={isDone ? 2 : 8}
                y2={height - 2}
                strokeWidth={isDone ? 4 : 2.5}
                strokeLinecap="round"
                className={isDone ? "stroke-accent" : "stroke-edge opacity-80"}
              />
            );
          })}
        </svg>
      </div>
      {caption ? <p className="mt-1 text-small text-ink-2">{caption}</p> : null}
    </div>
  );
}
