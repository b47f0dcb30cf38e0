import type { ActionResult, ProblemShown } from "@/lib/kernel/action-result";

/** A refusal as an error, for react-query. */
export class Refused extends Error {
  readonly problem: ProblemShown;

  constructor(problem: ProblemShown) {
    super(problem.message);
    this.name = "Refused";
    this.problem = problem;
  }
}

/** The data of an action's answer; its refusal is thrown. */
export async function answered<Data>(result: Promise<ActionResult<Data>>): Promise<Data> {
  const answer = await result;
  if (!answer.ok) throw new Refused(answer.problem);
  return answer.data;
}

/** The refusal in an error, or null when the action never answered: the network, or a server that went away. */
export const problemOf = (error: unknown): ProblemShown | null =>
  error instanceof Refused ? error.problem : null;

/** What an action answers when it is not refused. */
export type DataOf<Action> = Action extends (...given: never[]) => Promise<ActionResult<infer Data>>
  ? Data
  : never;
