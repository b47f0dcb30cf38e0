import type { LucideIcon } from "lucide-react";
import { cx } from "./cx";

type Size = 14 | 16 | 18 | 20 | 22;

/**
 * A lucide icon as the design draws them: 1.75 stroke, in the colour of its words. Beside words it is silent;
 * alone it takes a label for screen readers.
 */
export function Icon({
  of: Drawing,
  size = 18,
  label,
  className,
}: {
  of: LucideIcon;
  size?: Size;
  label?: string;
  className?: string;
}) {
  return (
    <Drawing
      size={size}
      strokeWidth={1.75}
      className={cx("block flex-none", className)}
      {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": true })}
    />
  );
}
