import type { z } from "zod";
import type { Database, Tx } from "@/db/client";
import { type FieldProblem, Problem } from "@/lib/kernel/problems";
import type { Actor } from "./actor";
import { answerOnce } from "./answer-once";
import { fullDay } from "./full-day";
import { parseInput } from "./parse-input";
import { mayActor, type Permission, scopeOf } from "./permissions";
import { type Limit, takeAttempt } from "./throttle";

interface CommandContext<Input> {
  actor: Actor;
  input: Input;
  now: Date;
  tx: Tx;
}

interface CommandDefinition<S extends z.ZodType, Result> {
  /** Verb and object, as in the audit log: `purchase.record`. */
  name: string;
  permission: Permission;
  input: S;
  /** What is counted before it is tried, and stays counted when it is refused: for what must not be found out by trying. */
  limits?(actor: Actor): Limit[];
  run(context: CommandContext<z.output<S>>): Promise<Result>;
  /** What `run` would refuse by field and the schema cannot tell: asked when the schema refuses, so that all is told at once. */
  alsoWrong?(context: { actor: Actor; raw: unknown; database: Database }): Promise<FieldProblem[]>;
  /**
   * Tried before `run`, without a transaction: for what can be decided by a look and written by one statement that
   * notices when what was seen has changed. undefined, or such a notice, leaves it to `run`. Nothing may be written before that.
   */
  swift?(context: SwiftContext<z.output<S>>): Promise<Result | undefined>;
}

interface SwiftContext<Input> {
  actor: Actor;
  input: Input;
  now: Date;
  database: Database;
}

export interface Execution {
  actor: Actor;
  now: Date;
  database: Database;
  /** The Idempotency-Key of the request, if it brought one. */
  idempotencyKey?: string;
}

export interface Command<S extends z.ZodType = z.ZodType, Result = unknown> {
  name: string;
  permission: Permission;
  input: S;
  /** Checks permission and input, then runs in one transaction. Throws `Problem` for an expected refusal. */
  execute(execution: Execution, raw: unknown): Promise<Result>;
  /** The same inside a transaction that is open already: for commands made of commands. */
  within(context: { actor: Actor; now: Date; tx: Tx }, raw: unknown): Promise<Result>;
}

// A posting that finds its member's facts changed by a unique key race is decided again.
const attempts = 3;
const retriable = new Set(["23505", "40001", "40P01", "55P03"]);

/** The one wrapper of every write. Action, route, command line and job all come from it. */
export function defineCommand<S extends z.ZodType, Result>(
  definition: CommandDefinition<S, Result>,
): Command<S, Result> {
  const { name, permission, input } = definition;

  const within: Command<S, Result>["within"] = (context, raw) => {
    authorize(context.actor, permission);
    return definition.run({ ...context, input: parseInput(input, raw) });
  };

  const execute: Command<S, Result>["execute"] = async (execution, raw) => {
    const { actor, now, database, idempotencyKey } = execution;
    authorize(actor, permission);
    const parsed = await parsedOrAllWrong(definition, { actor, raw, database });
    if (definition.limits) await takeAttempt(database, definition.limits(actor), now);
    // An Idempotency-Key is kept in the same transaction as what it was used for.
    if (definition.swift && !idempotencyKey) {
      const answer = await swiftly(definition.swift({ actor, now, database, input: parsed }));
      if (answer !== undefined) return answer;
    }
    const run = (tx: Tx) => definition.run({ actor, now, tx, input: parsed });
    return withRetries((attempt) =>
      database.transaction(
        (tx) =>
          idempotencyKey
            ? answerOnce({ tx, actor, now, key: idempotencyKey, name, raw, run: () => run(tx) })
            : run(tx),
        attempt,
      ),
    );
  };

  return { name, permission, input, execute, within };
}

async function parsedOrAllWrong<S extends z.ZodType>(
  { input, alsoWrong }: Pick<CommandDefinition<S, unknown>, "input" | "alsoWrong">,
  context: { actor: Actor; raw: unknown; database: Database },
): Promise<z.output<S>> {
  try {
    return parseInput(input, context.raw);
  } catch (error) {
    if (!(error instanceof Problem) || !alsoWrong) throw error;
    const told = new Set(error.fields.map(({ path }) => path));
    const more = (await alsoWrong(context)).filter(({ path }) => !told.has(path));
    throw new Problem("invalid", { fields: [...error.fields, ...more] });
  }
}

async function swiftly<T>(attempt: Promise<T>): Promise<T | undefined> {
  try {
    return await attempt;
  } catch (error) {
    if (!isRetriable(error)) throw fullDay(error) ?? error;
    return undefined;
  }
}

/** Runs a transaction again when another one got in its way. */
export async function withRetries<T>(transaction: (attempt: number) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transaction(attempt);
    } catch (error) {
      if (attempt >= attempts || !isRetriable(error)) throw fullDay(error) ?? error;
    }
  }
}

export function authorize(actor: Actor, permission: Permission): void {
  if (mayActor(actor, permission)) return;
  throw new Problem("forbidden", { fields: actor.kind === "key" ? [missingScope(permission)] : [] });
}

function missingScope(permission: Permission): FieldProblem {
  const scope = scopeOf(permission);
  const path = "Authorization";
  return scope === null ? { path, code: "key.never" } : { path, code: "key.scope", params: { scope } };
}

function isRetriable(error: unknown): boolean {
  return (
    error instanceof Error && "code" in error && typeof error.code === "string" && retriable.has(error.code)
  );
}
