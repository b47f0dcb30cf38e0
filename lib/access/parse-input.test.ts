import { expect, test } from "vitest";
import { z } from "zod";
import { minorAmount } from "@/lib/kernel/fields";
import type { Problem } from "@/lib/kernel/problems";
import { memberRefSchema } from "@/lib/members/schemas";
import { effectSchema } from "@/lib/program/schemas";
import { parseInput } from "./parse-input";

function refusals(schema: z.ZodType, raw: unknown): string[] {
  try {
    parseInput(schema, raw);
    return [];
  } catch (error) {
    const { fields } = error as Problem;
    return fields.map(({ path, code, params }) =>
      `${path} ${code} ${params ? JSON.stringify(params) : ""}`.trim(),
    );
  }
}

const schema = z.strictObject({
  name: z.string().min(1),
  amount: z.int().max(100),
  tags: z.array(z.string()).optional(),
});

test("what is missing is told from what is of the wrong type", () => {
  expect(refusals(schema, { amount: "7" })).toEqual(["name required", 'amount type {"expected":"number"}']);
  expect(refusals(schema, { name: null, amount: 1.5 })).toEqual([
    'name type {"expected":"string"}',
    'amount type {"expected":"int"}',
  ]);
  expect(refusals(schema, undefined)).toEqual(["required"]);
});

test("an integer beyond the safe ones is told the field's own limit, once", () => {
  expect(refusals(schema, { name: "x", amount: 2 ** 60 })).toEqual(['amount too_big.number {"maximum":100}']);
});

test("an amount beyond the most is told as money, beyond the safe integers too", () => {
  const price = z.strictObject({ amount: minorAmount() });
  for (const amount of [1_000_000_000_001, 2 ** 60])
    expect(refusals(price, { amount })).toEqual(['amount too_big.money {"maximum":1000000000000}']);
});

test("of several forms the one that its keys point to is judged; when none is, the choice is named", () => {
  const member = z.strictObject({ member: memberRefSchema });
  expect(refusals(member, { member: { email: "nobody" } })).toEqual(["member.email email"]);
  expect(refusals(member, { member: {} })).toEqual(["member member_ref"]);
  expect(refusals(member, { member: { card: "1", phone: "2" } })).toEqual(["member member_ref"]);
  expect(refusals(member, { member: [] })).toEqual(['member type {"expected":"object"}']);
  expect(refusals(effectSchema, { kind: "gift" })).toEqual([
    'kind choice {"values":"rate, bonus, multiplier"}',
  ]);
});

test("a key that somebody sent is named without what no log should keep", () => {
  expect(
    refusals(schema, { name: "x", amount: 1, "a\u0000b": 1, "\ud800": 1, ["k".repeat(200)]: 1 }),
  ).toEqual(["a\ufffdb unknown", "\ufffd unknown", `${"k".repeat(80)} unknown`]);
});
