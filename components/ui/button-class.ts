import { cx } from "./cx";

export type ButtonVariant = "plain" | "main" | "soft" | "bare" | "bad";
/** s: in tables and bars. m: everywhere else. l: customers. till: a cashier's finger. record: the till's Record. */
export type ButtonSize = "s" | "m" | "l" | "till" | "record";

const base =
  "inline-flex items-center justify-center gap-2 border text-center font-strong no-underline select-none aria-busy:pointer-events-none " +
  "disabled:border-line disabled:bg-paper disabled:text-ink-3 " +
  "aria-disabled:border-line aria-disabled:bg-paper aria-disabled:text-ink-3";

const variants: Record<ButtonVariant, string> = {
  plain: "border-edge text-ink [--fill:transparent] [--lean:6%] lean",
  main: "border-accent bg-accent text-on [--fill:var(--accent)] lean",
  soft: "border-transparent bg-wash text-say [--fill:var(--wash)] [--lean:6%] lean",
  bare: "border-transparent text-ink [--fill:transparent] [--lean:6%] lean",
  bad: "border-bad text-bad [--fill:transparent] [--lean:6%] lean",
};

const sizes: Record<ButtonSize, string> = {
  s: "min-h-8 rounded-small px-3 py-1 text-small max-sm:min-h-10 pointer-coarse:min-h-10",
  m: "min-h-10 rounded-control px-4 py-1.5 text-body max-sm:min-h-11 pointer-coarse:min-h-11",
  l: "min-h-11 rounded-control px-4 py-1.5 text-reading",
  till: "min-h-13 rounded-control px-5 py-2 text-reading",
  record: "min-h-24 rounded-control px-6 py-2 text-section",
};

/** The classes of a button, for what is not a <button>: a link, a summary, a menu's trigger. */
export function buttonClass(
  variant: ButtonVariant = "plain",
  size: ButtonSize = "m",
  className?: string,
): string {
  const record = size === "record" && variant === "main";
  return cx(
    base,
    record ? "border-record-edge bg-record text-record-on [--fill:var(--record)] lean" : variants[variant],
    sizes[size],
    variant === "bare" && "px-2",
    className,
  );
}
