import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import en from "@/messages/problems/en.json";
import tr from "@/messages/problems/tr.json";
import { describeField, describeProblem } from "./describe-problem";
import { Problem, type ProblemCode, problemStatus } from "./problems";

type Words = { [key: string]: string | Words };

const flatten = (words: Words, at = ""): [string, string][] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === "string" ? [[at + key, value] as [string, string]] : flatten(value, `${at}${key}.`),
  );

const english = new Map(flatten(en));
const turkish = new Map(flatten(tr));
const keysUnder = (part: string) =>
  [...english.keys()].flatMap((key) => (key.startsWith(`${part}.`) ? [key.slice(part.length + 1)] : []));

/** Names of an ICU message's arguments: the words behind every brace but those that open a branch. */
function argumentsOf(message: string): string[] {
  const names = new Set<string>();
  let depth = 0;
  for (const [brace, name] of message.matchAll(/[{}](\w*)/g)) {
    depth += brace.startsWith("{") ? 1 : -1;
    if (brace.startsWith("{") && depth % 2 === 1 && name) names.add(name);
  }
  return [...names].sort();
}

const someParams = (key: string) =>
  Object.fromEntries(
    argumentsOf(english.get(key) ?? "").map((name) => [name, name === "expected" ? "int" : 7]),
  );

/** Refused before there is a command, where no screen asks. */
const onlyRoutes = ["method_not_allowed", "unsupported_media_type"];

/** Codes that the source gives to a field: written where a schema, a command or a decision refuses. */
function codesInSource(): [string, string][] {
  const files = readdirSync("lib", { recursive: true, encoding: "utf8" }).filter(
    (file) => /\.tsx?$/.test(file) && !file.includes(".test."),
  );
  const anywhere = [
    /\berror: "([a-z][a-zA-Z_.]*)"/g,
    /\bfieldProblem\([^()]*?,\s*"([a-z][a-zA-Z_.]*)"/g,
    /\bpath\b[^{}]*?\bcode: "([a-z][a-zA-Z_.]*)"/g,
  ];
  // Decisions hand their codes on in other ways, and nothing else there has a dot in it.
  const inDecisions = /"([a-z]+\.[a-z_]+)"/g;
  return files.flatMap((file) => {
    const source = readFileSync(`lib/${file}`, "utf8");
    const patterns = /\/domain\/(?!words)/.test(file) ? [...anywhere, inDecisions] : anywhere;
    return patterns.flatMap((pattern) =>
      [...source.matchAll(pattern)].map((match): [string, string] => [match[1] ?? "", file]),
    );
  });
}

describe("words for refusals", () => {
  test("both languages have the same ones, with the same figures in them", () => {
    expect([...turkish.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [key, message] of english) {
      expect([key, argumentsOf(turkish.get(key) ?? "")]).toEqual([key, argumentsOf(message)]);
    }
  });

  test("every code of a problem has a title, and no title is left of a code that is gone", () => {
    expect(keysUnder("codes").sort()).toEqual(Object.keys(problemStatus).sort());
  });

  test("every code that the source gives to a field has words", () => {
    const codes = codesInSource();
    expect(codes.length).toBeGreaterThan(30);
    expect(codes.filter(([code]) => !english.has(`fields.${code}`))).toEqual([]);
  });

  test.each(["en", "tr"] as const)("every one of them can be said in %s", (locale) => {
    for (const code of keysUnder("fields")) {
      const words = describeField({ path: "x", code, params: someParams(`fields.${code}`) }, locale);
      expect(words, code).toMatch(/^[\p{Lu}\d][^{}]+$/su);
      expect(words, code).not.toContain("fields.");
    }
    for (const code of keysUnder("codes")) {
      const problem = new Problem(code as ProblemCode, { params: someParams(`codes.${code}`) });
      expect(describeProblem(problem, locale).title, code).toMatch(/^\p{Lu}[^{}]*[.]$/su);
    }
  });

  test("what a screen says in words of its own is said with the figures that programs are told, too", () => {
    for (const key of keysUnder("screen")) {
      expect(english.has(key), key).toBe(true);
      const told = argumentsOf(english.get(key) ?? "");
      expect(told, key).toEqual(expect.arrayContaining(argumentsOf(english.get(`screen.${key}`) ?? "")));
    }
  });

  test.each(["en", "tr"] as const)("a screen does not speak of keys, formats and requests (%s)", (locale) => {
    const technical = /\b(API|JSON|Idempotency|externalId|ids?|kimlik|minor units|kuruş|next|T08:42)\b/;
    const said = [
      ...keysUnder("fields")
        .filter((code) => !code.startsWith("import."))
        .map((code) => [
          code,
          describeField({ path: "x", code, params: someParams(`fields.${code}`) }, locale, "screen"),
        ]),
      ...keysUnder("codes")
        .filter((code) => !onlyRoutes.includes(code))
        .map((code) => {
          const problem = new Problem(code as ProblemCode, { params: someParams(`codes.${code}`) });
          return [code, describeProblem(problem, locale, "screen").title];
        }),
    ];
    expect(said.filter(([, words]) => technical.test(words ?? ""))).toEqual([]);
  });

  test("a field of the wrong type is told the right one as people say it", () => {
    const say = (expected: string) => describeField({ path: "x", code: "type", params: { expected } }, "en");
    expect(["string", "int", "array", "object"].map(say)).toEqual([
      "This should be text.",
      "This should be a whole number.",
      "This should be a list.",
      "This should be an object.",
    ]);
  });
});
