import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { defineEndpoint } from "@/lib/access/define-endpoint";
import { postPurchase, postRefund } from "@/lib/earning/endpoints";
import { deleteMember, listMembers, patchMember } from "@/lib/members/endpoints";
import { curlExample } from "./curl-example";
import { fieldRows } from "./field-rows";
import type { JsonSchema } from "./json-schema";

const named: Record<string, JsonSchema> = {
  Ref: {
    anyOf: [
      { type: "object", properties: { id: { type: "string", format: "uuid" } }, required: ["id"] },
      { type: "object", properties: { card: { type: "string", maxLength: 40 } }, required: ["card"] },
    ],
    description: "A member.",
  },
};
const short = (schema: Parameters<typeof fieldRows>[0]) =>
  fieldRows(schema, named).map(
    ({ path, depth, type, required }) => `${"  ".repeat(depth)}${path}${required ? "*" : ""}: ${type}`,
  );

test("inner fields stand below the field that holds them, with the whole path", () => {
  const line = {
    type: "object",
    properties: { amount: { type: "integer", minimum: 0, maximum: 1000 } },
    required: ["amount"],
  };
  expect(
    short({
      type: "object",
      required: ["lines"],
      properties: {
        lines: { type: "array", maxItems: 500, items: line },
        channel: { type: "string", minLength: 1, maxLength: 64, default: "store" },
        tags: { type: "array", items: { type: "string" }, default: [] },
      },
    }),
  ).toEqual([
    "lines*: list of objects, at most 500",
    "  lines[].amount*: whole number, 0 to 1,000",
    'channel: text, at most 64 characters, otherwise "store"',
    "tags: list of text, otherwise none",
  ]);
});

test("of alternatives each field is listed, and none is required", () => {
  expect(
    short({
      type: "object",
      properties: { member: { $ref: "#/components/schemas/Ref" } },
      required: ["member"],
    }),
  ).toEqual(["member*: object", "  member.id: id", "  member.card: text, at most 40 characters"]);
});

test("what may be null, a choice, a constant", () => {
  expect(
    short({
      type: "object",
      properties: {
        name: { type: ["string", "null"] },
        at: { anyOf: [{ type: "string", format: "date-time" }, { type: "null" }] },
        policy: { enum: ["debt", "writeOff"] },
        kind: { const: "rate" },
      },
    }),
  ).toEqual(["name: text or null", "at: instant or null", 'policy: "debt" or "writeOff"', 'kind: "rate"']);
});

/** What a shell hands to curl. */
const shellArguments = (command: string): string[] =>
  JSON.parse(
    execFileSync(
      "sh",
      [
        "-c",
        command.replace(
          /^curl/,
          `"${process.execPath}" -e 'console.log(JSON.stringify(process.argv.slice(1)))' --`,
        ),
      ],
      {
        encoding: "utf8",
      },
    ),
  );

test.each([postPurchase, postRefund, listMembers, patchMember, deleteMember])(
  "a shell reads the example as it is meant: $verb $path",
  (endpoint) => {
    const [first, ...rest] = shellArguments(curlExample(endpoint, "https://regulars.example"));
    const words = [first, ...rest];
    const { body } = endpoint.example;
    expect(words.some((word) => word?.startsWith("https://regulars.example/api/v1/"))).toBe(true);
    expect(words.includes("-X")).toBe(!(endpoint.verb === "GET" || endpoint.verb === "POST"));
    if (body) expect(JSON.parse(words[words.indexOf("-d") + 1] ?? "")).toEqual(body);
  },
);

test("a quote in the example does not end it", () => {
  const endpoint = defineEndpoint({
    ...postPurchase,
    example: { body: { name: "O'Neill's $HOME `id`" }, answer: {} },
  });
  const words = shellArguments(curlExample(endpoint, "https://regulars.example"));
  expect(JSON.parse(words.at(-1) ?? "")).toEqual({ name: "O'Neill's $HOME `id`" });
});
