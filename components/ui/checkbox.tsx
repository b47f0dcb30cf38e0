import { Check } from "lucide-react";
import { type ComponentProps, type ReactNode, useId } from "react";
import { cx } from "./cx";
import { FieldError } from "./field";

type Props = {
  /** Beside the box. Without it, `aria-label` says what the box chooses (a row of a table). */
  label?: ReactNode;
  hint?: ReactNode;
  error?: string;
} & Omit<ComponentProps<"input">, "type">;

/** Yes or no, kept when the form is sent. `value` and several boxes of one `name` make a choice of many. */
export function Checkbox({ label, hint, error, className, ...input }: Props) {
  const ownId = useId();
  const id = input.id ?? ownId;
  const described = hint || error ? `${id}-more` : undefined;
  return (
    <Choice id={id} label={label} hint={hint} error={error} describedBy={described} className={className}>
      <span className="relative grid size-5 flex-none place-items-center">
        <input
          type="checkbox"
          aria-describedby={described}
          aria-invalid={error ? true : undefined}
          {...input}
          id={id}
          className="peer col-start-1 row-start-1 size-5 appearance-none rounded-badge border-[1.5px] border-edge bg-float checked:border-accent checked:bg-accent indeterminate:border-edge indeterminate:bg-float aria-invalid:border-bad disabled:border-line disabled:bg-paper"
        />
        <Check
          size={14}
          strokeWidth={2.25}
          aria-hidden
          className="pointer-events-none invisible col-start-1 row-start-1 text-on peer-checked:visible peer-indeterminate:invisible peer-disabled:text-ink-3"
        />
        <span className="pointer-events-none invisible col-start-1 row-start-1 h-[2.5px] w-2.5 bg-accent peer-indeterminate:visible" />
      </span>
    </Choice>
  );
}

/** On or off. In a form it is sent like a checkbox; it is not a way to save at once without saying so. */
export function Switch({ label, hint, error, className, ...input }: Props) {
  const ownId = useId();
  const id = input.id ?? ownId;
  const described = hint || error ? `${id}-more` : undefined;
  return (
    <Choice id={id} label={label} hint={hint} error={error} describedBy={described} className={className}>
      <span className="relative flex h-5 w-9 flex-none items-center">
        <input
          type="checkbox"
          // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox tells its state by itself
          role="switch"
          aria-describedby={described}
          {...input}
          id={id}
          className="peer h-5 w-9 appearance-none rounded-full border-[1.5px] border-edge bg-float checked:border-accent checked:bg-accent disabled:border-line disabled:bg-paper"
        />
        <span className="pointer-events-none absolute left-1 size-[13px] rounded-full bg-edge motion-safe:transition-transform duration-100 peer-checked:translate-x-[15px] peer-checked:bg-on" />
      </span>
    </Choice>
  );
}

function Choice({
  id,
  label,
  hint,
  error,
  describedBy,
  className,
  children,
}: Pick<Props, "label" | "hint" | "error" | "className"> & {
  id: string;
  describedBy: string | undefined;
  children: ReactNode;
}) {
  // A label all the same: what makes it large enough for a finger lies around the box, and has to press it.
  if (!label)
    return (
      <label htmlFor={id} className={cx("touchable isolate inline-grid align-middle *:z-1", className)}>
        {children}
      </label>
    );
  return (
    <div className={className}>
      <label
        htmlFor={id}
        className="flex min-h-6 items-start gap-2.5 py-px max-sm:min-h-11 max-sm:py-2.5 pointer-coarse:min-h-11 pointer-coarse:py-2.5"
      >
        <span className="flex h-[1.375rem] items-center">{children}</span>
        <span>{label}</span>
      </label>
      {hint || error ? (
        <div id={describedBy} className="mt-1 grid gap-1 pl-[30px]">
          {error ? <FieldError>{error}</FieldError> : null}
          {hint ? <p className="text-small text-ink-2">{hint}</p> : null}
        </div>
      ) : null}
    </div>
  );
}
