import type { z } from "zod";
import { database } from "@/db/connection";
import { systemNow } from "@/lib/kernel/clock";
import type { Actor } from "./actor";
import type { Query } from "./define-query";

/** The page adapter: asks a query on behalf of whoever is signed in, now. */
export const ask = <S extends z.ZodType, Result>(
  actor: Actor,
  query: Query<S, Result>,
  input: z.input<S>,
): Promise<Result> => query.execute({ actor, now: systemNow(), database: database() }, input);
