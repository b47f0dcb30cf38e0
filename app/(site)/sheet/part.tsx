import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

/** One part of the sheet under its hairline and its name. */
export function Part({
  name,
  className,
  children,
}: {
  name: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <section className={cx("min-w-0", className)}>
      <PartName name={name} />
      {children}
    </section>
  );
}

export function PartName({ name, className }: { name: string; className?: string }) {
  return (
    <h2 className={cx("mb-2.5 border-t border-ink pt-[7px] text-small font-strong", className)}>{name}</h2>
  );
}
