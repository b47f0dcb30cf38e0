import type { ReactNode } from "react";

/** Nothing here yet: what is missing, why it pays, one button. */
export function Empty({
  title,
  children,
  action,
}: {
  /** "No campaign yet." */
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="max-w-prose">
      <p className="text-title">{title}</p>
      {children ? <div className="mt-1 text-ink-2">{children}</div> : null}
      {action ? <div className="mt-3">{action}</div> : null}
    </div>
  );
}
