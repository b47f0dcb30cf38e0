import type { ProblemCode } from "./problems";

/** A refusal in the reader's words, as a form shows it. */
export interface ProblemShown {
  code: ProblemCode;
  message: string;
  /** What is wrong with each field, by its dotted path. */
  fields: Record<string, string>;
}

/** What a server action answers: never a thrown error, whose text would be the server's own. */
export type ActionResult<Data> = { ok: true; data: Data } | { ok: false; problem: ProblemShown };

/** What a form knows between two attempts, for useActionState. */
export interface FormState<Data = unknown> {
  /** Raised by every answer, so that the same refusal twice is still news. */
  turn: number;
  /** What was typed, passwords left out: the form is drawn with it again. */
  values: Record<string, string>;
  problem?: ProblemShown;
  data?: Data;
}

export const emptyForm: FormState<never> = { turn: 0, values: {} };

/** A form's action once its page has bound the program to it: what useActionState takes. */
export type BoundForm<Action extends (slug: string, previous: never, form: FormData) => Promise<unknown>> = (
  previous: Awaited<ReturnType<Action>>,
  form: FormData,
) => ReturnType<Action>;
