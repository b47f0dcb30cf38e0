"use client";

import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import type { ActionResult } from "@/lib/kernel/action-result";
import type { ProblemCode } from "@/lib/kernel/problems";
import { answered, problemOf } from "./answered";
import { useShop } from "./shop-context";
import { useRefusal } from "./use-refusal";
import { useTried } from "./use-tried";

/**
 * One act on the server, from a form or a button: a second press while it is under way does nothing, and what is sent
 * again because no answer came is done once. What is wrong with a field is in `fields`; what is wrong with all of it in
 * `error`, which stays empty when the fields say it.
 */
export function useAct<Input, Data>(
  action: (slug: string, input: Input, once: string) => Promise<ActionResult<Data>>,
  {
    onDone,
    onRefused,
    onFailed,
    beside = [],
    leaves = false,
    unreachable,
    form,
  }: {
    onDone?: (data: Data, input: Input) => void;
    onRefused?: (code: ProblemCode, input: Input) => void;
    /** Also where no answer came. */
    onFailed?: (error: unknown) => void;
    beside?: readonly string[];
    /** Once it is done another page comes, and nothing more is sent from this one. */
    leaves?: boolean;
    /** Said when no answer came, where there is more to say than that. */
    unreachable?: string;
    /** Where what was typed outlives a reload, so does which try it is. */
    form?: string;
  } = {},
) {
  const { slug } = useShop();
  const refusal = useRefusal();
  const tried = useTried(form);
  // What a second press must not do is known before the page is drawn anew.
  const underWay = useRef(false);
  const { mutate, isPending, isSuccess, error, data, reset } = useMutation({
    // Without a network it fails at once and may be pressed again, instead of waiting in silence.
    networkMode: "always",
    mutationFn: (input: Input) => answered(action(slug, input, tried.idOf(JSON.stringify(input)))),
    onSuccess: (done, input) => {
      tried.forget();
      onDone?.(done, input);
    },
    onError: (refused, input) => {
      const code = problemOf(refused)?.code;
      if (code) onRefused?.(code, input);
      onFailed?.(refused);
    },
    onSettled: () => {
      underWay.current = false;
    },
  });
  const problem = problemOf(error);
  const fields = problem?.fields ?? {};
  const isBeside = beside.some((name) => fields[name] !== undefined);
  const other = Object.values(fields)[0];
  const isLeaving = leaves && isSuccess;
  return {
    run: (input: Input) => {
      if (underWay.current || isLeaving) return;
      underWay.current = true;
      mutate(input);
    },
    isPending: isPending || isLeaving,
    data,
    fields,
    code: problem?.code,
    error:
      error && !isBeside ? (other ? `${problem?.message} ${other}` : refusal(error, unreachable)) : undefined,
    forget: reset,
  };
}
