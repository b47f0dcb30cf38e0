import { describeField } from "@/lib/kernel/describe-problem";
import { OperatorError } from "@/lib/kernel/operator-error";
import { type FieldProblem, Problem } from "@/lib/kernel/problems";

/** A file that cannot be read at all. The command line prints it as one line; whoever sent the file is told in their words. */
export class FileFault extends OperatorError {
  readonly field: FieldProblem;

  constructor(code: string, params: Record<string, string | number>, options?: ErrorOptions) {
    const field = { path: "file", code: `csv.${code}`, params };
    super(describeField(field, "en"), options);
    this.field = field;
  }

  asProblem(): Problem {
    return new Problem("invalid", { fields: [this.field] });
  }
}
