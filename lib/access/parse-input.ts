import type { z } from "zod";
import { type FieldProblem, Problem } from "@/lib/kernel/problems";

type Issue = z.core.$ZodIssue;

/** Reads untrusted input with its schema; a refusal names every field that is wrong. */
export function parseInput<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  throw new Problem("invalid", { fields: result.error.issues.slice(0, 20).flatMap(toFields) });
}

function toFields(issue: Issue): FieldProblem[] {
  const path = issue.path.map(String).join(".");
  switch (issue.code) {
    case "invalid_type":
      return [issue.input === undefined ? { path, code: "required" } : { path, code: "type", params: { expected: issue.expected } }];
    case "too_small":
      return issue.origin === "string" && Number(issue.minimum) === 1
        ? [{ path, code: "required" }]
        : [{ path, code: `too_small.${issue.origin}`, params: { minimum: Number(issue.minimum) } }];
    case "too_big":
      return [{ path, code: `too_big.${issue.origin}`, params: { maximum: Number(issue.maximum) } }];
    case "unrecognized_keys":
      return issue.keys.map((key) => ({ path: path ? `${path}.${key}` : key, code: "unknown" }));
    case "invalid_value":
      return [{ path, code: "choice", params: { values: issue.values.map(String).join(", ") } }];
    case "invalid_union": {
      const closest = issue.errors.toSorted((a, b) => a.length - b.length)[0];
      const inner = closest?.flatMap((one) => toFields({ ...one, path: [...issue.path, ...one.path] }));
      return inner?.length ? inner : [{ path, code: "choice" }];
    }
    default:
      return [{ path, code: knownMessage(issue.message) }];
  }
}

// Our own schemas name a code as their message; a library's sentence is not one.
const knownMessage = (message: string): string => (/^[a-z_.]+$/.test(message) ? message : "invalid");
