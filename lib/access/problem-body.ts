import { describeProblem } from "@/lib/kernel/describe-problem";
import type { Problem } from "@/lib/kernel/problems";

/** The body of a refusal as RFC 9457 has it. `type` leads to the documentation's word on the code. */
export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  code: string;
  detail?: string;
  errors?: { path: string; code: string; message: string }[];
  /** The number under which what nobody expected was logged. */
  instance?: string;
}

export function problemBody(problem: Problem): ProblemBody {
  const words = describeProblem(problem, "en");
  return {
    type: `/docs/api#${problem.code}`,
    title: words.title,
    status: problem.status,
    code: problem.code,
    ...(words.detail ? { detail: words.detail } : {}),
    ...(words.fields.length > 0 ? { errors: words.fields } : {}),
    ...(problem.params.incident ? { instance: `urn:uuid:${problem.params.incident}` } : {}),
  };
}
