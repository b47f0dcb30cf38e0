import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { TextLink } from "@/components/ui/text-link";

/** One line under the sign: a figure, what becomes of it, and perhaps what to do about it. */
export function CardNote({
  figure,
  children,
  link,
  quiet = false,
}: {
  figure?: string;
  children: ReactNode;
  link?: { href: string; label: string };
  /** Good to know, with nothing to do about it yet. */
  quiet?: boolean;
}) {
  return (
    <p className={cx("flex items-baseline gap-4 border-b border-line py-2.5", quiet && "text-ink-2")}>
      {figure ? <span className="min-w-8 font-strong">{figure}</span> : null}
      <span className="grow">{children}</span>
      {link ? (
        <TextLink href={link.href} className="touchable flex-none">
          {link.label}
        </TextLink>
      ) : null}
    </p>
  );
}
