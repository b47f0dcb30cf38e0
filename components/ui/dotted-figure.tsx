import Link from "next/link";
import type { ReactNode } from "react";

/**
 * A number in a sentence. The dots under it say that it opens: its definition, and the members or movements
 * behind it, at `href`.
 */
export function DottedFigure({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="dotted-figure rounded-badge hover:[text-decoration-style:solid]">
      {children}
    </Link>
  );
}
