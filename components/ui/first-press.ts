import type { MouseEvent } from "react";

type Press = (event: MouseEvent<HTMLButtonElement>) => void;

/** Of a double click, the first press: the second is part of the same wish, and may hit what came in between. */
export const firstPress =
  (act: Press | undefined): Press =>
  (event) => {
    if (event.detail > 1) event.preventDefault();
    else act?.(event);
  };
