import { runSteps, type Step, stopSteps } from "./steps";

/** Runs the steps, says the sum of their passes and failures on the last line, and ends the process. */
export async function runAndSum(steps: Step[]): Promise<never> {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      stopSteps();
      process.exit(130);
    });
  }
  const outcomes = await runSteps(steps);
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
  const failing = outcomes.filter((outcome) => outcome.failed > 0).map((outcome) => outcome.name);
  if (failing.length > 0) console.log(`\nFailed: ${failing.join(", ")}`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed > 0 ? 1 : 0);
}
