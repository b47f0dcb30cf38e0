"use client";

import type { ComponentProps } from "react";
import { Checkbox } from "./checkbox";

/** A table's "all" box: `mixed` when some rows but not all are chosen, which only a script can show. */
export function MixedCheckbox({
  mixed,
  ...rest
}: { mixed: boolean } & Omit<ComponentProps<typeof Checkbox>, "ref">) {
  return (
    <Checkbox
      ref={(box) => {
        if (box) box.indeterminate = mixed;
      }}
      {...rest}
    />
  );
}
