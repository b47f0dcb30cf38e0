import { cx } from "./cx";
import { VisuallyHidden } from "./visually-hidden";

/**
 * Where words will stand, while they are fetched: still bars, in the places and sizes of what comes. `label` says
 * "Loading" once to screen readers.
 */
export function Skeleton({
  label,
  lines = 3,
  className,
}: {
  label: string;
  lines?: number;
  className?: string;
}) {
  return (
    <div role="status" className={cx("grid gap-3", className)}>
      <VisuallyHidden>{label}</VisuallyHidden>
      {Array.from({ length: lines }, (_, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: bars are told apart by nothing but their place
          key={index}
          className={cx("block h-4 rounded-badge bg-line", ["w-full", "w-4/5", "w-3/5"][index % 3])}
        />
      ))}
    </div>
  );
}
