import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { z } from "zod";
import { Problem } from "@/lib/kernel/problems";
import { parseInput } from "./parse-input";

// Every command and query is found in the folders, never listed: one that is added tomorrow is tried, too.

const root = fileURLToPath(new URL("../", import.meta.url));

interface Executable {
  name: string;
  input: z.ZodType;
}

const isExecutable = (value: unknown): value is Executable =>
  typeof value === "object" && value !== null && "execute" in value && "input" in value && "name" in value;

async function everyExecutable(): Promise<Map<string, Executable>> {
  const found = new Map<string, Executable>();
  for (const path of readdirSync(root, { recursive: true, encoding: "utf8" }).sort()) {
    if (!/[\\/](commands|queries)[\\/][^.]+\.ts$/.test(path)) continue;
    const exported: Record<string, unknown> = await import(`${root}${path}`);
    for (const value of Object.values(exported)) if (isExecutable(value)) found.set(value.name, value);
  }
  return found;
}

const executables = await everyExecutable();

/** The fields that an input has at its top, in whichever of its alternatives. */
function fieldsOf(schema: z.ZodType): Map<string, z.ZodType[]> {
  const fields = new Map<string, z.ZodType[]>();
  const visit = (one: z.core.$ZodType): void => {
    if (one instanceof z.ZodObject) {
      for (const [key, field] of Object.entries(one.shape as Record<string, z.ZodType>))
        fields.set(key, [...(fields.get(key) ?? []), field]);
    } else if (one instanceof z.ZodUnion) one.options.forEach(visit);
    else if (one instanceof z.ZodPipe) visit(one.in);
    else if (one instanceof z.ZodOptional || one instanceof z.ZodDefault || one instanceof z.ZodPrefault)
      visit(one.unwrap());
  };
  visit(schema);
  return fields;
}

const hostile: [string, unknown][] = [
  ["null", null],
  ["NaN", Number.NaN],
  ["a number beyond all", 1e300],
  ["minus the number beyond all", -1e300],
  ["half", 0.5],
  ["a text of a megabyte", "x".repeat(1_000_000)],
  ["a nul byte and half an emoji", "a\u0000\ud83d"],
  ["an object of its own", { hostile: { deep: [1] } }],
  ["a list in lists", [[[["x"]]]]],
  ["a truth", true],
];

test("every field of every command and query refuses by its own name what it cannot take: null, NaN, 1e300, a megabyte, half an emoji ...", () => {
  expect(executables.size).toBeGreaterThan(100);
  const wrong: string[] = [];
  let tried = 0;
  for (const { name, input } of executables.values()) {
    for (const [field, schemas] of fieldsOf(input)) {
      for (const [what, value] of hostile) {
        if (schemas.some((schema) => schema.safeParse(value).success)) continue;
        tried += 1;
        try {
          parseInput(input, { [field]: value });
          wrong.push(`${name} took ${what} as ${field}`);
        } catch (error) {
          if (!(error instanceof Problem)) wrong.push(`${name} broke on ${what} as ${field}: ${error}`);
          else if (!error.fields?.some(({ path }) => path === field || path.startsWith(`${field}.`)))
            wrong.push(`${name} refused ${what} as ${field} by ${error.fields?.map(({ path }) => path)}`);
        }
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(tried).toBeGreaterThan(1000);
});

test("no command or query takes what it does not know, nor something that is no object", () => {
  const wrong: string[] = [];
  for (const { name, input } of executables.values()) {
    for (const raw of [{ no_such_field: 1 }, null, [], "x", 7]) {
      try {
        parseInput(input, raw);
        wrong.push(`${name} took ${JSON.stringify(raw)}`);
      } catch (error) {
        if (!(error instanceof Problem)) wrong.push(`${name} broke on ${JSON.stringify(raw)}: ${error}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});
