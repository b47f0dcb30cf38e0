import { cx } from "./cx";
import { Link } from "./link";

export type TabItem = { href: string; label: string; current?: boolean };

const row = "flex flex-wrap gap-x-5 border-b border-line";
const tab =
  "-mb-px inline-flex min-h-10 items-end pb-2 whitespace-nowrap text-ink-2 hover:text-ink max-sm:min-h-11 pointer-coarse:min-h-11 " +
  "aria-[current=page]:font-strong aria-[current=page]:text-ink aria-[current=page]:shadow-[inset_0_-3px_var(--accent)] " +
  "aria-selected:font-strong aria-selected:text-ink aria-selected:shadow-[inset_0_-3px_var(--accent)]";

/** Views of one thing, each with its own address. */
export function Tabs({ label, items, className }: { label: string; items: TabItem[]; className?: string }) {
  return (
    <nav aria-label={label} className={className}>
      <ul className={row}>
        {items.map((item) => (
          <li key={item.href}>
            <Link href={item.href} aria-current={item.current ? "page" : undefined} className={tab}>
              {item.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** For tabs that switch without an address (the till's product groups), which their owner drives. */
export const tabClasses = { row: cx(row), tab };
