import { FormErrors } from "@/components/ui/form-errors";
import type { ProblemShown } from "@/lib/kernel/action-result";

/**
 * What stopped a customer's form: nothing when a field of it says so already. A session that ended while somebody typed
 * offers the sign-in in another tab, so that what was typed stays here to be sent again.
 */
export function FormProblem({
  problem,
  beside,
  signInAgain,
  label,
}: {
  problem: ProblemShown | undefined;
  /** Fields that show their own fault. */
  beside: readonly string[];
  signInAgain: string;
  label: string;
}) {
  if (!problem || beside.some((name) => problem.fields[name])) return null;
  return (
    <FormErrors title={problem.message}>
      {problem.code === "unauthenticated" ? (
        <a href={signInAgain} target="_blank" rel="noreferrer" className="link">
          {label}
        </a>
      ) : null}
    </FormErrors>
  );
}
