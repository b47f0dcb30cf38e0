import type { z } from "zod";
import { type FieldProblem, Problem } from "@/lib/kernel/problems";

type Issue = z.core.$ZodIssue;

const namedAtMost = 20;

/** Reads untrusted input with its schema; a refusal names every field that is wrong. */
export function parseInput<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  // Without the input an issue cannot tell a field that is missing from one of the wrong type.
  const result = schema.safeParse(raw, { reportInput: true });
  if (result.success) return result.data;
  const fields = result.error.issues.slice(0, 100).flatMap((issue) => toFields(issue, issue.path));
  throw new Problem("invalid", { fields: onePerPath(fields).slice(0, namedAtMost) });
}

/** Of several faults of one field the last is told: an integer beyond the safe ones is also beyond the field's own limit. */
const onePerPath = (fields: FieldProblem[]): FieldProblem[] => [
  ...new Map(fields.map((field) => [field.path, field])).values(),
];

function toFields(issue: Issue, at: readonly PropertyKey[]): FieldProblem[] {
  const path = pathText(at);
  switch (issue.code) {
    case "invalid_type":
      return [
        issue.input === undefined
          ? { path, code: "required" }
          : { path, code: "type", params: { expected: issue.expected } },
      ];
    case "too_small":
      return issue.origin === "string" && Number(issue.minimum) === 1
        ? [{ path, code: "required" }]
        : [{ path, code: `too_small.${issue.origin}`, params: { minimum: Number(issue.minimum) } }];
    case "too_big":
      return [{ path, code: tooBig(issue), params: { maximum: Number(issue.maximum) } }];
    case "unrecognized_keys":
      return issue.keys
        .slice(0, namedAtMost)
        .map((key) => ({ path: pathText([...at, key]), code: "unknown" }));
    case "invalid_value":
      return [choice(path, issue.values)];
    case "invalid_union":
      return unionFields(issue, at);
    default:
      return [{ path, code: knownMessage(issue.message) }];
  }
}

/** The faults of the one alternative that was meant, when the keys tell which; else those of all; else the union's own. */
function unionFields(issue: z.core.$ZodIssueInvalidUnion, at: readonly PropertyKey[]): FieldProblem[] {
  const path = pathText(at);
  if ("options" in issue && Array.isArray(issue.options)) return [choice(path, issue.options)];
  const possible = issue.errors.filter((issues) => !issues.some(({ code }) => code === "unrecognized_keys"));
  const meant =
    issue.errors.find((issues) => !issues.some(isAboutKeys)) ??
    (possible.length === 1 ? possible[0] : ofAll(issue.errors));
  if (meant) return meant.flatMap((inner) => toFields(inner, [...at, ...inner.path]));
  return [{ path, code: knownMessage(issue.message) }];
}

/** Faults of what every alternative has; undefined when there are none. */
function ofAll(alternatives: readonly Issue[][]): Issue[] | undefined {
  const [first = [], ...others] = alternatives;
  const has = (issues: readonly Issue[], path: string) =>
    issues.some((issue) => !isAboutKeys(issue) && pathText(issue.path) === path);
  const shared = first.filter(
    (issue) => !isAboutKeys(issue) && others.every((issues) => has(issues, pathText(issue.path))),
  );
  return shared.length > 0 && shared.every(({ path }) => path.length > 0) ? shared : undefined;
}

const isAboutKeys = (issue: Issue): boolean =>
  issue.code === "unrecognized_keys" ||
  (issue.code === "invalid_type" && issue.input === undefined && issue.path.length > 0);

// A limit of money is not told as a plain number: people write amounts in whole units, the schema counts minor ones.
const tooBig = ({ message, origin }: z.core.$ZodIssueTooBig): string =>
  message === "too_big.money" ? message : `too_big.${origin}`;

const choice = (path: string, values: readonly unknown[]): FieldProblem => ({
  path,
  code: "choice",
  params: { values: values.map(String).join(", ") },
});

/** Parts may be keys that somebody sent: cut, and without what no database or log should be asked to keep. */
const pathText = (path: readonly PropertyKey[]): string =>
  path
    .map((part) =>
      String(part)
        .slice(0, 80)
        .replace(/[\p{Cc}\p{Cs}]/gu, "\ufffd"),
    )
    .join(".");

// Our own schemas name a code as their message; a library's sentence is not one.
const knownMessage = (message: string): string => (/^[a-z_.]+$/.test(message) ? message : "invalid");
