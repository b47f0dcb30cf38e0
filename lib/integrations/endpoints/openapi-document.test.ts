import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { scopes } from "@/lib/access/actor";
import { pathParameters } from "@/lib/access/define-endpoint";
import { problemAnswer } from "@/lib/access/problem-answer";
import { problemStatus } from "@/lib/kernel/problems";
import { everyEndpoint } from "./every-endpoint";
import type { JsonSchema } from "./json-schema";
import { openApiDocument } from "./openapi-document";
import type { Operation } from "./openapi-types";

const document = openApiDocument();
const endpoints = everyEndpoint.flatMap((group) => Object.values(group.endpoints));
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(
    ([method, operation]) => [`${method.toUpperCase()} ${path}`, operation, path] as const,
  ),
);
const places = (value: unknown, at = "#"): [string, unknown][] => [
  [at, value],
  ...(value !== null && typeof value === "object"
    ? Object.entries(value).flatMap(([key, inner]) => places(inner, `${at}/${key}`))
    : []),
];

/** Verbs that a route file serves with an endpoint, by path as OpenAPI writes it. */
function routes(): string[] {
  const root = "app/api/v1";
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith("/route.ts"),
  );
  return files.flatMap((file) => {
    const path = `/${file.slice(0, -"/route.ts".length).replace(/\[(\w+)\]/g, "{$1}")}`;
    const source = readFileSync(`${root}/${file}`, "utf8");
    return [...source.matchAll(/export const (\w+) = toRoute\((\w+)\)/g)].map(
      ([, verb, name]) => `${verb} ${path} ${name}`,
    );
  });
}

test("every verb of every route file is documented, and everything documented is served by the route of that path", () => {
  const documented = everyEndpoint.flatMap((group) =>
    Object.entries(group.endpoints).map(([name, { verb, path }]) => `${verb} ${path} ${name}`),
  );
  expect(routes().sort()).toEqual(documented.sort());
  expect(operations.map(([name, { operationId }]) => `${name} ${operationId}`).sort()).toEqual(
    documented.sort(),
  );
});

test("it is OpenAPI 3.1 with what that asks for", () => {
  expect(document.openapi).toMatch(/^3\.1\.\d+$/);
  expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
  expect(document.servers.every(({ url }) => url.startsWith("/"))).toBe(true);
  for (const requirement of document.security) {
    for (const scheme of Object.keys(requirement))
      expect(document.components.securitySchemes).toHaveProperty(scheme);
  }
  expect(document.components.securitySchemes.key).toMatchObject({ type: "http", scheme: "bearer" });
  // Nothing in it is a date or a function.
  expect(JSON.parse(JSON.stringify(document))).toEqual(document);
});

test("every reference leads somewhere, and every shared part is referred to", () => {
  const references = places(document).flatMap(([at, value]) => (at.endsWith("/$ref") ? [String(value)] : []));
  const targets = new Set(places(document).map(([at]) => at));
  for (const reference of references) expect(targets, reference).toContain(reference);
  const shared = ["schemas", "headers"].flatMap((kind) =>
    Object.keys(document.components[kind as "schemas" | "headers"]).map(
      (name) => `#/components/${kind}/${name}`,
    ),
  );
  for (const part of shared) expect(references, part).toContain(part);
});

test("operation ids are unique, tags are declared, and components have names that OpenAPI allows", () => {
  const ids = operations.map(([, { operationId }]) => operationId);
  expect(new Set(ids).size).toBe(ids.length);
  const tags = new Set(document.tags.map(({ name }) => name));
  for (const [, { tags: used }] of operations) for (const tag of used) expect(tags).toContain(tag);
  for (const name of Object.keys(document.components.schemas)) expect(name).toMatch(/^[A-Za-z0-9._-]+$/);
});

const allowedKeywords = new Set([
  "$ref",
  "type",
  "title",
  "description",
  "format",
  "const",
  "enum",
  "default",
  "properties",
  "required",
  "additionalProperties",
  "propertyNames",
  "items",
  "anyOf",
  "oneOf",
  "pattern",
  "minLength",
  "maxLength",
  "minimum",
  "maximum",
  "minItems",
  "maxItems",
]);
const types = ["string", "number", "integer", "boolean", "array", "object", "null"];

function checkSchema(schema: JsonSchema, at: string): void {
  for (const keyword of Object.keys(schema)) expect(allowedKeywords, `${at}: ${keyword}`).toContain(keyword);
  for (const type of [schema.type ?? []].flat()) expect(types, at).toContain(type);
  for (const name of schema.required ?? [])
    expect(schema.properties, `${at} requires ${name}`).toHaveProperty(name);
  expect(new Set(schema.required).size, at).toBe(schema.required?.length ?? 0);
  if (schema.pattern) expect(() => new RegExp(schema.pattern ?? "", "u"), at).not.toThrow();
  for (const [name, inner] of Object.entries(schema.properties ?? {})) checkSchema(inner, `${at}.${name}`);
  for (const inner of [schema.items ?? [], schema.anyOf ?? [], schema.oneOf ?? []].flat())
    checkSchema(inner, `${at}[]`);
  if (typeof schema.additionalProperties === "object") checkSchema(schema.additionalProperties, `${at}.*`);
}

describe.each(operations)("%s", (_, operation, path) => {
  test("says what it does, which scope it needs and what it may refuse", () => {
    expect(operation.summary).toMatch(/^[A-Z].*[^.]$/);
    expect(operation.description).toMatch(/\.$/);
    expect(scopes).toContain(operation["x-scope"]);
    for (const code of operation["x-problems"]) expect(problemStatus).toHaveProperty(code);
  });

  test("has exactly the parameters of its path, each described", () => {
    const inPath = operation.parameters.filter((one) => one.in === "path");
    expect(inPath.map(({ name }) => name)).toEqual(pathParameters({ path: path as `/${string}` }));
    for (const one of operation.parameters) {
      expect(one.description, one.name).toBeTruthy();
      expect(one.in !== "path" || one.required).toBe(true);
      checkSchema(one.schema, one.name);
    }
    const named = operation.parameters.map((one) => `${one.in} ${one.name}`);
    expect(new Set(named).size).toBe(named.length);
  });

  test("has schemas that say something about each field", () => {
    const schemas = [
      ...Object.values(operation.requestBody?.content ?? {}),
      ...Object.values(operation.responses).flatMap((answer) => Object.values(answer.content)),
    ].map(({ schema }) => schema);
    for (const schema of schemas) checkSchema(schema, operation.operationId);
    for (const schema of schemas) expect(undescribed(schema, "")).toEqual([]);
  });

  test("answers problems with their status, the rate limit's headers, and examples that are real", () => {
    expect(Object.keys(operation.responses).filter((status) => status < "300")).toHaveLength(1);
    for (const status of ["401", "403", "422", "429", "500", "503"])
      expect(operation.responses).toHaveProperty(status);
    for (const [status, answer] of Object.entries(operation.responses)) {
      if (Number(status) < 300) expect(answer.headers).toHaveProperty("RateLimit-Remaining");
      for (const { value } of Object.values(answer.content["application/problem+json"]?.examples ?? {})) {
        expect(problemAnswer.parse(value).status).toBe(Number(status));
      }
    }
    expect(operation.responses["429"]?.headers).toHaveProperty("Retry-After");
  });
});

function undescribed(schema: JsonSchema, at: string): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => {
    const here = `${at}${name}`;
    const children = [inner, inner.items ?? {}, ...(inner.anyOf ?? []), ...(inner.items?.anyOf ?? [])];
    return [
      ...(inner.description || inner.$ref || inner.items?.$ref ? [] : [here]),
      ...children.flatMap((child) => undescribed(child, `${here}.`)),
    ];
  });
}

test("each shared schema is described, and so are its fields", () => {
  for (const [name, schema] of Object.entries(document.components.schemas)) {
    expect(schema.description, name).toBeTruthy();
    checkSchema(schema, name);
    expect(undescribed(schema, `${name}.`)).toEqual([]);
  }
});

test.each(endpoints.map((endpoint) => [`${endpoint.verb} ${endpoint.path}`, endpoint] as const))(
  "the example of %s is one that the schemas accept",
  (_, endpoint) => {
    const { path = {}, query = {}, body = {}, answer } = endpoint.example;
    const named = Object.entries(path).map(([name, value]) => [endpoint.params?.[name] ?? name, value]);
    const numbers = Object.entries(query).map(([name, value]) => [
      name,
      endpoint.numeric?.includes(name) ? Number(value) : value,
    ]);
    endpoint.handler.input.parse({ ...Object.fromEntries(numbers), ...body, ...Object.fromEntries(named) });
    endpoint.response.parse(answer);
  },
);

test("a write may be repeated with an Idempotency-Key, a read needs none", () => {
  const takesKey = (operation: Operation) =>
    operation.parameters.some(({ name }) => name === "Idempotency-Key");
  for (const [name, operation] of operations)
    expect([name, takesKey(operation)]).toEqual([name, !name.startsWith("GET")]);
});
