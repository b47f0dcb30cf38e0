import { CircleAlert } from "lucide-react";
import { type ReactNode, useId } from "react";
import { cx } from "./cx";
import { Icon } from "./icon";

/** What a control inside a Field carries, so that its label, hint and error are read with it. */
export type FieldAria = {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
};

export type FieldProps = {
  label: ReactNode;
  /** What is wrong, then what is right: "A mobile number has ten digits after the 0; this has five." */
  error?: ReactNode;
  hint?: ReactNode;
  /** The label stays for screen readers, for a field whose place says what it is. */
  labelHidden?: boolean;
  className?: string;
};

/** A label, its control, what is wrong with it, and a hint. The control is drawn by `children`, given its aria. */
export function Field({
  label,
  error,
  hint,
  labelHidden,
  className,
  id: givenId,
  children,
}: FieldProps & { id?: string; children: (aria: FieldAria) => ReactNode }) {
  const ownId = useId();
  const id = givenId ?? ownId;
  const describedBy = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return (
    <div className={cx("grid content-start gap-1.5", className)}>
      <label htmlFor={id} className={labelHidden ? "sr-only" : "text-small font-strong"}>
        {label}
      </label>
      {children({
        id,
        "aria-describedby": describedBy || undefined,
        "aria-invalid": error ? true : undefined,
      })}
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
      {hint ? (
        <p id={`${id}-hint`} className="text-small text-ink-2">
          {hint}
        </p>
      ) : null}
    </div>
  );
}

/** What is wrong with the control above it. Always words, never colour alone; read out as soon as it appears. */
export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} role="alert" className="flex items-start gap-1.5 text-small text-bad">
      <Icon of={CircleAlert} size={16} className="mt-px" />
      <span>{children}</span>
    </p>
  );
}

/** Several controls that answer one question; the legend is the question. */
export function FieldGroup({
  legend,
  error,
  hint,
  className,
  children,
}: {
  legend: ReactNode;
  error?: ReactNode;
  hint?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <fieldset
      className={cx("min-w-0", className)}
      data-wrong={error ? "" : undefined}
      aria-describedby={[error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ") || undefined}
    >
      <legend className="mb-1.5 text-small font-strong">{legend}</legend>
      {children}
      {error ? (
        <div className="mt-1.5">
          <FieldError id={`${id}-error`}>{error}</FieldError>
        </div>
      ) : null}
      {hint ? (
        <p id={`${id}-hint`} className="mt-1.5 text-small text-ink-2">
          {hint}
        </p>
      ) : null}
    </fieldset>
  );
}
