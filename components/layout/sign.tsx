import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { Link } from "@/components/ui/link";

/**
 * The painted panel at the top of a customer's card: the shop's name, a sign painter's line around it, and what
 * stands on it. `corner` is one 44 px control at the upper right.
 */
export function CardSign({
  name,
  corner,
  children,
}: {
  name: string;
  corner?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <header className="sign-line relative bg-sign px-5 pt-[18px] pb-6 text-white xs:px-6">
      <div className="flex min-h-11 items-center justify-between gap-3">
        <h1 className="text-shop min-w-0 wrap-break-word">{name}</h1>
        {corner ? (
          <div className="relative -mr-2 grid size-11 flex-none place-items-center">{corner}</div>
        ) : null}
      </div>
      {children ? <div className="relative mt-2">{children}</div> : null}
    </header>
  );
}

/** The panel as a strip, on a customer's other pages: the name leads home, controls of 44 px stand at the right. */
export function StripSign({ name, href, children }: { name: string; href: string; children?: ReactNode }) {
  return (
    <header className="flex h-14 items-center justify-between gap-3 bg-sign pr-3 pl-5 text-white xs:pl-6">
      <SignName name={name} href={href} />
      {children ? <div className="flex flex-none items-center">{children}</div> : null}
    </header>
  );
}

/** The shop's name in a bar. A long one is cut by the bar, never wrapped. */
export function SignName({ name, href, className }: { name: string; href: string; className?: string }) {
  return (
    <Link href={href} title={name} className={cx("text-shop-bar min-w-0 truncate", className)}>
      {name}
    </Link>
  );
}

/** A 44 px control on the sign that is only an icon; its label is for screen readers. */
export const signControlClass = "grid size-11 flex-none place-items-center rounded-control hover:bg-white/10";
