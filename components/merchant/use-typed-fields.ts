"use client";

import { type FormEvent, useCallback, useRef, useState } from "react";
import { fillFields, firstValues, typedValues } from "./form-values";
import { type Back, forgetTyped, keepTyped, keptTyped } from "./typed-memory";
import { useTypedPlace } from "./use-typed";

/**
 * `useTyped` for a form that the browser holds: its fields have names and first values, and nobody asks what is in them
 * before it is sent. `<form {...fields.listen}>`.
 */
export function useTypedFields(form: string) {
  const place = useTypedPlace(form);
  const at = useRef<HTMLFormElement | null>(null);
  const [back, setBack] = useState<Back | null>(null);
  const ref = useCallback(
    (node: HTMLFormElement) => {
      at.current = node;
      const kept = keptTyped(sessionStorage, place, firstValues(node));
      if (kept) fillFields(node, kept.typed);
      if (kept?.back === "replaced") forgetTyped(sessionStorage, place);
      setBack(kept?.back ?? null);
      return () => {
        at.current = null;
      };
    },
    [place],
  );
  const forget = () => {
    setBack(null);
    forgetTyped(sessionStorage, place);
  };
  return {
    listen: {
      ref,
      onInput: ({ currentTarget }: FormEvent<HTMLFormElement>) =>
        keepTyped(sessionStorage, place, firstValues(currentTarget), typedValues(currentTarget)),
    },
    back,
    /** It was sent, or given up: it does not come back. */
    forget,
    /** The same, and the form is there for the next one. */
    startOver: () => {
      forget();
      if (at.current) fillFields(at.current, firstValues(at.current));
    },
  };
}

export type TypedFields = ReturnType<typeof useTypedFields>;
