import { describe, expect, test } from "vitest";
import { parseInput } from "@/lib/access/parse-input";
import { type FieldProblem, Problem } from "@/lib/kernel/problems";
import en from "@/messages/problems/en.json";
import { everyEndpoint } from "./every-endpoint";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const bad: [string, unknown][] = [
  ["missing", undefined],
  ["null", null],
  ["an empty text", ""],
  ["a space", " "],
  ["a long text", "x".repeat(100_000)],
  ["emoji", "☕️👩🏽‍🍳"],
  ["a control character", "a\u0000b"],
  ["half a character", "\ud83d"],
  ["a text that looks like markup", "<script>alert(1)</script>' or 1=1 --"],
  ["0", 0],
  ["a negative number", -1],
  ["a fraction", 0.5],
  ["a huge number", 1e300],
  ["an integer that is not safe", 2 ** 53],
  ["infinity", Number.POSITIVE_INFINITY],
  ["not a number", Number.NaN],
  ["a number as text", "100"],
  ["true", true],
  ["an empty list", []],
  ["a list in a list", [[[]]]],
  ["an empty object", {}],
  ["an object of its own", { a: 1, constructor: 2, ["__proto__"]: 3 }],
  ["a date beyond time", "9999-12-31T23:59:59Z"],
];

/** Paths of all fields of a value. */
const fieldsOf = (value: unknown, at: (string | number)[] = []): (string | number)[][] => {
  const inner = Array.isArray(value)
    ? value.flatMap((one, index) => fieldsOf(one, [...at, index]))
    : value !== null && typeof value === "object"
      ? Object.entries(value).flatMap(([key, one]) => fieldsOf(one, [...at, key]))
      : [];
  return at.length > 0 ? [at, ...inner] : inner;
};

function withField(value: unknown, [step, ...rest]: (string | number)[], replacement: unknown): unknown {
  if (step === undefined) return replacement;
  const copy: Record<string | number, unknown> = Array.isArray(value)
    ? ([...value] as never)
    : { ...(value as object) };
  if (rest.length === 0 && replacement === undefined && !Array.isArray(value)) delete copy[step];
  else copy[step] = withField(copy[step], rest, replacement);
  return copy;
}

function hasWords(code: string): boolean {
  let words: unknown = en.fields;
  for (const step of code.split(".")) words = (words as Record<string, unknown> | undefined)?.[step];
  return typeof words === "string";
}

function refusal(run: () => unknown): FieldProblem[] {
  try {
    run();
    return [];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    expect(error.code).toBe("invalid");
    expect(error.fields.length).toBeGreaterThan(0);
    return error.fields;
  }
}

const related = (a: string, b: string): boolean => a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);

/** A body's fields are refused together where they depend on each other. */
const partners = [
  ["amount", "tax"],
  ["lines", "amount"],
];
const arePartners = (a: string, b: string): boolean =>
  partners.some(
    (pair) => pair.includes(a.split(".").at(-1) ?? "") && pair.includes(b.split(".").at(-1) ?? ""),
  );

const cases = everyEndpoint.flatMap((group) =>
  Object.values(group.endpoints).flatMap((endpoint) => {
    const { path = {}, body = {} } = endpoint.example;
    const named = Object.entries(path).map(([name, value]) => [endpoint.params?.[name] ?? name, value]);
    const input: Record<string, Json> = { ...(body as Record<string, Json>), ...Object.fromEntries(named) };
    const schema = endpoint.documentedInput ?? endpoint.handler.input;
    return fieldsOf(input).map(
      (field) => [`${endpoint.verb} ${endpoint.path}: ${field.join(".")}`, { schema, input, field }] as const,
    );
  }),
);

describe("a field that is wrong is accepted or refused by its own name, in words, and nothing else happens", () => {
  test.each(cases)("%s", (_, { schema, input, field }) => {
    const path = field.join(".");
    const already = refusal(() => parseInput(schema, input)).map((one) => one.path);
    for (const [what, value] of bad) {
      const refused = refusal(() => parseInput(schema, withField(input, field, value)));
      for (const one of refused.filter(({ path: at }) => !already.includes(at))) {
        expect(
          related(one.path, path) || arePartners(one.path, path),
          `${what}: ${one.path} ${one.code}`,
        ).toBe(true);
        expect(hasWords(one.code), `${what}: ${one.code}`).toBe(true);
        // "This is not valid." would be true and of no help.
        expect(one.code, what).not.toBe("invalid");
      }
    }
  });
});
