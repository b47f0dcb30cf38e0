"use client";

import { LoaderCircle } from "lucide-react";
import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { type ButtonSize, type ButtonVariant, buttonClass } from "./button-class";
import { firstPress } from "./first-press";
import { Icon } from "./icon";

/**
 * Sends its form, and shows that it is being sent: the ring turns and a second press does nothing. `pendingLabel`
 * says what is happening ("Publishing"); without it the label stays. Where the framework's scripts do not run, the page's
 * own does the same by `data-pending`.
 */
export function SubmitButton({
  children,
  pendingLabel,
  variant = "main",
  size,
  icon,
  className,
  ...rest
}: {
  children: ReactNode;
  pendingLabel?: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
  className?: string;
  name?: string;
  "aria-label"?: string;
  value?: string;
  disabled?: boolean;
  formAction?: (data: FormData) => void | Promise<void>;
}) {
  const { pending } = useFormStatus();
  return (
    <button
      type="submit"
      className={buttonClass(variant, size, className)}
      aria-busy={pending || undefined}
      data-pending={pendingLabel}
      onClick={firstPress(pending ? (event) => event.preventDefault() : undefined)}
      {...rest}
    >
      {pending ? <Icon of={LoaderCircle} size={size === "s" ? 16 : 18} className="turning" /> : icon}
      {pending ? (pendingLabel ?? children) : children}
    </button>
  );
}
