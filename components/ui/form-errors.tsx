import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "./icon";

/**
 * What stopped a form as a whole, above its button; what is wrong with one field stands beside that field. Read
 * out as soon as it appears; the keyboard is led to it where no field is wrong.
 */
export function FormErrors({ title, children }: { title: ReactNode | undefined; children?: ReactNode }) {
  return (
    <div role="alert" tabIndex={title ? -1 : undefined} className="rounded-control">
      {title ? (
        <div className="flex items-start gap-2.5 rounded-control bg-bad-wash px-3.5 py-2.5 text-bad">
          <Icon of={CircleAlert} className="mt-0.5" />
          <div>
            <p className="font-strong">{title}</p>
            {children ? <div className="text-ink">{children}</div> : null}
          </div>
        </div>
      ) : null}
    </div>
  );
}

/** Something to look at before going on: a draft, points about to expire. Not an error. */
export function Notice({ children, actions }: { children: ReactNode; actions?: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-control bg-warn-wash py-2 pr-2 pl-4">
      <div className="min-w-0 flex-1 basis-64 py-1">{children}</div>
      {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
    </div>
  );
}
