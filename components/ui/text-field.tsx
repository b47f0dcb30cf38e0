import type { ComponentProps, ReactNode } from "react";
import { boxClass, controlClass } from "./control-class";
import { cx } from "./cx";
import { Field, type FieldProps } from "./field";

/**
 * One line of text, a number, a date, an address. `before` and `after` stand inside the box: a currency, a unit,
 * an icon.
 */
export function TextField({
  label,
  error,
  hint,
  labelHidden,
  className,
  before,
  after,
  id,
  ...input
}: FieldProps & { before?: ReactNode; after?: ReactNode } & Omit<ComponentProps<"input">, keyof FieldProps>) {
  return (
    <Field label={label} error={error} hint={hint} labelHidden={labelHidden} className={className} id={id}>
      {(aria) =>
        before || after ? (
          <span
            className={cx(
              boxClass,
              "flex items-center gap-2 has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent",
              "has-aria-invalid:border-bad has-aria-invalid:shadow-[inset_0_0_0_1px_var(--bad)]",
            )}
          >
            {before ? <span className="text-ink-2">{before}</span> : null}
            <input {...aria} {...input} className="h-9 w-full min-w-0 grow bg-transparent outline-none" />
            {after ? <span className="flex-none text-ink-2">{after}</span> : null}
          </span>
        ) : (
          <input {...aria} {...input} className={controlClass} />
        )
      }
    </Field>
  );
}

/** Several lines of text. */
export function TextareaField({
  label,
  error,
  hint,
  labelHidden,
  className,
  id,
  rows = 4,
  ...textarea
}: FieldProps & Omit<ComponentProps<"textarea">, keyof FieldProps>) {
  return (
    <Field label={label} error={error} hint={hint} labelHidden={labelHidden} className={className} id={id}>
      {(aria) => <textarea {...aria} rows={rows} {...textarea} className={cx(controlClass, "py-2")} />}
    </Field>
  );
}
