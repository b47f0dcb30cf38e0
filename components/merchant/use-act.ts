"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ActionResult } from "@/lib/kernel/action-result";
import type { ProblemCode } from "@/lib/kernel/problems";
import { answered, problemOf } from "./answered";
import { useShop } from "./shop-context";

/**
 * One act on the server, from a form or a button: a second press while it is under way does nothing. What is wrong with
 * a field is in `fields`; what is wrong with all of it in `error`, which stays empty when the fields say it.
 */
export function useAct<Input, Data>(
  action: (slug: string, input: Input) => Promise<ActionResult<Data>>,
  {
    onDone,
    onRefused,
    beside = [],
  }: {
    onDone?: (data: Data, input: Input) => void;
    onRefused?: (code: ProblemCode, input: Input) => void;
    beside?: readonly string[];
  } = {},
) {
  const { slug } = useShop();
  const t = useTranslations("desk");
  const { mutate, isPending, error, data, reset } = useMutation({
    mutationFn: (input: Input) => answered(action(slug, input)),
    onSuccess: onDone,
    onError: (refused, input) => {
      const code = problemOf(refused)?.code;
      if (code) onRefused?.(code, input);
    },
  });
  const problem = problemOf(error);
  const fields = problem?.fields ?? {};
  const isBeside = beside.some((name) => fields[name] !== undefined);
  const other = Object.values(fields)[0];
  return {
    run: (input: Input) => {
      if (!isPending) mutate(input);
    },
    isPending,
    data,
    fields,
    code: problem?.code,
    error:
      error && !isBeside
        ? problem
          ? problem.code === "unauthenticated"
            ? t("signedOut")
            : [problem.message, other].filter(Boolean).join(" ")
          : t("unreachable")
        : undefined,
    forget: reset,
  };
}
