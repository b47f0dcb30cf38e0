import type { ReactNode } from "react";
import { TextLink } from "@/components/ui/text-link";

/** One line under the sign: a figure, what becomes of it, and perhaps what to do about it. */
export function CardNote({
  figure,
  children,
  link,
}: {
  figure?: string;
  children: ReactNode;
  link?: { href: string; label: string };
}) {
  return (
    <p className="flex items-baseline gap-4 border-b border-line py-2.5">
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
