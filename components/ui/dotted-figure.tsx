import type { ReactNode } from "react";
import { Link } from "./link";

/**
 * A number in a sentence. The dots under it say that it opens: its definition, and the members or movements
 * behind it, at `href`.
 */
export function DottedFigure({ href, children }: { href: string; children: ReactNode }) {
  const className = "dotted-figure rounded-badge hover:[text-decoration-style:solid]";
  // Within a page it is the browser that goes there, and opens what is closed around it.
  return href.startsWith("#") ? (
    <a href={href} className={className}>
      {children}
    </a>
  ) : (
    <Link href={href} className={className}>
      {children}
    </Link>
  );
}
