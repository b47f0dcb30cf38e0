import type { ComponentProps } from "react";
import { cx } from "./cx";
import { firstPress } from "./first-press";
import { Link } from "./link";

/** A link in or beside a sentence: the shop's colour, 600, underlined. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return <Link className={cx("link", className)} {...rest} />;
}

/** A button that reads as a link, for small acts such as Undo or Stop. 44 px where a finger works. `pending` as in Button. */
export function LinkButton({
  className,
  type = "button",
  pending,
  onClick,
  ...rest
}: ComponentProps<"button"> & { pending?: boolean }) {
  return (
    <button
      type={type}
      className={cx("link touchable", className)}
      aria-busy={pending || undefined}
      onClick={pending === undefined ? onClick : firstPress(onClick)}
      {...rest}
    />
  );
}
