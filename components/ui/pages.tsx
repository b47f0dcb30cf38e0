import type { ReactNode } from "react";
import { ButtonLink } from "./button";
import { Link } from "./link";

/** The next part of a long list, as a link: it works without script and can be opened again. */
export function LoadMore({ href, children }: { href: string; children: ReactNode }) {
  return (
    <div className="pt-4">
      <ButtonLink href={href} scroll={false}>
        {children}
      </ButtonLink>
    </div>
  );
}

/** Where one is in a list kept in pages, and the way back and on. */
export function Pages({
  label,
  summary,
  previous,
  next,
}: {
  label: string;
  /** "51 to 100 of 2,377" */
  summary: ReactNode;
  previous?: { href: string; label: string };
  next?: { href: string; label: string };
}) {
  return (
    <nav aria-label={label} className="flex flex-wrap items-center gap-x-5 gap-y-2 pt-4">
      <span className="text-small text-ink-2">{summary}</span>
      {[previous, next].map((way) =>
        way ? (
          <Link key={way.href} href={way.href} className="link touchable">
            {way.label}
          </Link>
        ) : null,
      )}
    </nav>
  );
}
