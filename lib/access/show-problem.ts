import { getLocale } from "next-intl/server";
import type { ActionResult, ProblemShown } from "@/lib/kernel/action-result";
import { describeProblem } from "@/lib/kernel/describe-problem";
import { Problem } from "@/lib/kernel/problems";
import { unexpected } from "./problem-response";

/** A refusal in the language of whoever asked. What nobody expected is logged, and shown as its number. */
export async function showProblem(error: unknown): Promise<ProblemShown> {
  const problem = error instanceof Problem ? error : unexpected(error);
  const words = describeProblem(problem, await getLocale(), "screen");
  const fields: Record<string, string> = {};
  for (const field of words.fields) fields[field.path] ??= field.message;
  return { code: problem.code, message: words.title, fields };
}

/** Runs an action's work and answers with its data or its refusal. A redirect passes through. */
export async function answer<Data>(run: () => Promise<Data>): Promise<ActionResult<Data>> {
  try {
    return { ok: true, data: await run() };
  } catch (error) {
    if (isFrameworkSignal(error)) throw error;
    return { ok: false, problem: await showProblem(error) };
  }
}

/** redirect() and notFound() travel as errors with a digest. */
const isFrameworkSignal = (error: unknown): boolean =>
  error instanceof Error &&
  "digest" in error &&
  typeof error.digest === "string" &&
  error.digest.startsWith("NEXT_");
