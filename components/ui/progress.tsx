import type { ReactNode } from "react";

/** Work under way, or a count above 30: a 6 px bar and, below it, the same in words. */
export function Progress({
  value,
  max,
  label,
  caption,
}: {
  value: number;
  max: number;
  /** For screen readers: "Replaying purchases". */
  label: string;
  caption?: ReactNode;
}) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value}
        className="h-1.5 bg-line"
      >
        <div className="h-full bg-accent" style={{ width: `${share * 100}%` }} />
      </div>
      {caption ? <p className="mt-1.5 text-small text-ink-2">{caption}</p> : null}
    </div>
  );
}
