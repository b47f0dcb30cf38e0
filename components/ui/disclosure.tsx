import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./cx";
import { Icon } from "./icon";

/** Opens in place, never on another page. Works without script. */
export function Disclosure({
  summary,
  children,
  open,
  name,
  className,
  panel = false,
  chevron = true,
}: {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean;
  /** Of several with one name, only one is open. */
  name?: string;
  className?: string;
  /** What opens stands on the shop's tint: an explanation. */
  panel?: boolean;
  /** Rows of a list that all open alike, such as a history, may do without. */
  chevron?: boolean;
}) {
  return (
    <details className={cx("group", className)} open={open} name={name}>
      <summary
        className={cx(
          "grid min-h-11 content-center gap-x-3 rounded-badge",
          chevron ? "grid-cols-[minmax(0,1fr)_auto]" : "grid-cols-[minmax(0,1fr)]",
        )}
      >
        <div>{summary}</div>
        {chevron ? (
          <Icon
            of={ChevronDown}
            size={20}
            className="mt-0.5 motion-safe:transition-transform motion-safe:duration-100 group-open:rotate-180"
          />
        ) : null}
      </summary>
      <div className={panel ? "-mx-3 mt-1 rounded-control bg-wash px-4 pt-4 pb-3.5" : "pt-1 pb-3"}>
        {children}
      </div>
    </details>
  );
}
