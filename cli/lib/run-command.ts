import { asOperatorError } from "@/db/embedded/failures";
import { OperatorError } from "@/lib/kernel/operator-error";

/** Runs a program's main function. What the operator can put right is one line; anything else is a fault, with its stack. */
export async function runCommand(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (thrown) {
    report(thrown);
    process.exit(1);
  }
}

export function report(thrown: unknown): void {
  const error = asOperatorError(thrown);
  console.error(error instanceof OperatorError ? error.message : error);
}
