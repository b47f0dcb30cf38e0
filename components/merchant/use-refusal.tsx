"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { problemOf } from "./answered";

/**
 * Why something was not done, in words for whoever asked for it. Who was signed out meanwhile signs in again beside this
 * page, which keeps what was typed. `unreachable` is said when no answer came.
 */
export function useRefusal() {
  const t = useTranslations("desk");
  return (error: unknown, unreachable: string = t("unreachable")): ReactNode => {
    if (!error) return undefined;
    const problem = problemOf(error);
    if (problem?.code !== "unauthenticated") return problem?.message ?? unreachable;
    const here = `${location.pathname}${location.search}`;
    return t.rich("signedOut", {
      again: (words) => (
        <a href={`/sign-in?to=${encodeURIComponent(here)}`} target="_blank" rel="noreferrer" className="link">
          {words}
        </a>
      ),
    });
  };
}
