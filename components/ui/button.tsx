import { LoaderCircle, type LucideIcon } from "lucide-react";
import type { ComponentProps } from "react";
import { type ButtonSize, type ButtonVariant, buttonClass } from "./button-class";
import { firstPress } from "./first-press";
import { Icon } from "./icon";
import { Link } from "./link";

type Look = { variant?: ButtonVariant; size?: ButtonSize; icon?: LucideIcon };

/**
 * A button says a verb and its object, or an amount. One filled (main) button a screen. `pending` shows the turning
 * ring and lets the pointer through; inside a form with a server action, SubmitButton does all that by itself. Given, it
 * also says that this button does something, so the second press of a double click, which may come after the answer to
 * the first, does nothing.
 */
export function Button({
  variant,
  size,
  icon,
  pending,
  className,
  children,
  type = "button",
  onClick,
  ...rest
}: ComponentProps<"button"> & Look & { pending?: boolean }) {
  return (
    <button
      type={type}
      className={buttonClass(variant, size, className)}
      aria-busy={pending || undefined}
      onClick={pending === undefined ? onClick : firstPress(onClick)}
      {...rest}
    >
      {pending ? <Icon of={LoaderCircle} size={iconSize(size)} className="turning" /> : null}
      {icon && !pending ? <Icon of={icon} size={iconSize(size)} /> : null}
      {children}
    </button>
  );
}

/** A link that looks like a button: it goes somewhere, a button does something. */
export function ButtonLink({
  variant,
  size,
  icon,
  className,
  children,
  ...rest
}: ComponentProps<typeof Link> & Look) {
  return (
    <Link className={buttonClass(variant, size, className)} {...rest}>
      {icon ? <Icon of={icon} size={iconSize(size)} /> : null}
      {children}
    </Link>
  );
}

function iconSize(size: ButtonSize | undefined) {
  return size === "s" ? 16 : size === "record" ? 22 : 18;
}
