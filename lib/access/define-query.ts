import type { z } from "zod";
import type { Database } from "@/db/client";
import type { Actor } from "./actor";
import { authorize } from "./define-command";
import { parseInput } from "./parse-input";
import type { Permission } from "./permissions";

interface QueryDefinition<S extends z.ZodType, Result> {
  name: string;
  permission: Permission;
  input: S;
  run(context: { actor: Actor; input: z.output<S>; now: Date; database: Database }): Promise<Result>;
}

export interface Query<S extends z.ZodType = z.ZodType, Result = unknown> {
  name: string;
  permission: Permission;
  input: S;
  execute(execution: { actor: Actor; now: Date; database: Database }, raw: unknown): Promise<Result>;
}

/** A read, scoped to the asker, that returns plain data. */
export function defineQuery<S extends z.ZodType, Result>(
  definition: QueryDefinition<S, Result>,
): Query<S, Result> {
  const { name, permission, input, run } = definition;
  return {
    name,
    permission,
    input,
    execute: async ({ actor, now, database }, raw) => {
      authorize(actor, permission);
      return run({ actor, now, database, input: parseInput(input, raw) });
    },
  };
}
