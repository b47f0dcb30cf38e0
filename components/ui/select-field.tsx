import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { controlClass } from "./control-class";
import { cx } from "./cx";
import { Field, type FieldProps } from "./field";
import { Icon } from "./icon";

export type Option = { value: string; label: string; disabled?: boolean };

/** One of several. The browser's own list, so that a phone shows its wheel and a keyboard its letters. */
export function SelectField({
  label,
  error,
  hint,
  labelHidden,
  className,
  id,
  options,
  ...select
}: FieldProps & { options: Option[] } & Omit<ComponentProps<"select">, keyof FieldProps | "children">) {
  return (
    <Field label={label} error={error} hint={hint} labelHidden={labelHidden} className={className} id={id}>
      {(aria) => (
        <span className="relative block">
          <select {...aria} {...select} className={cx(controlClass, "appearance-none pr-10")}>
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <span className="pointer-events-none absolute inset-y-0 right-3 grid place-items-center text-ink-2">
            <Icon of={ChevronDown} />
          </span>
        </span>
      )}
    </Field>
  );
}
