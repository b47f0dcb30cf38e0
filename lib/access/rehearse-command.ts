import type { z } from "zod";
import type { Command, Execution } from "./define-command";

class TakenBack extends Error {
  constructor(readonly result: unknown) {
    super("a rehearsal");
  }
}

/** What a command would answer, or how it would refuse: it is run, whole, and taken back. */
export async function rehearseCommand<S extends z.ZodType, Result>(
  command: Command<S, Result>,
  { actor, now, database }: Execution,
  raw: unknown,
): Promise<Result> {
  try {
    return await database.transaction(async (tx): Promise<Result> => {
      const result = await command.within({ actor, now, tx }, raw);
      await tx.flush();
      throw new TakenBack(result);
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.result as Result;
    throw error;
  }
}
