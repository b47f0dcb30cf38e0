import { z } from "zod";

/** As much of JSON Schema (draft 2020-12) as our schemas come to. */
export interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  title?: string;
  description?: string;
  format?: string;
  const?: unknown;
  enum?: unknown[];
  default?: unknown;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  propertyNames?: JsonSchema;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
}

type Named = Record<string, JsonSchema>;

/**
 * The JSON Schema of what a request may send (`input`) or an answer holds (`output`). Schemas with an id of their own
 * are put into `named` and referred to.
 */
export function toJsonSchema(schema: z.ZodType, io: "input" | "output", named: Named): JsonSchema {
  const converted = z.toJSONSchema(schema, { io, override: ({ jsonSchema }) => simplify(jsonSchema, io) });
  const {
    $schema: _,
    $defs = {},
    ...rest
  } = redirect(converted) as JsonSchema & { $schema?: string; $defs?: Named };
  for (const [name, definition] of Object.entries($defs)) {
    const known = named[name];
    if (known && JSON.stringify(known) !== JSON.stringify(definition))
      throw new Error(`two schemas are called ${name}`);
    named[name] = definition;
  }
  return rest;
}

/** Leaves out what says nothing to a reader of the documentation. */
function simplify(schema: z.core.JSONSchema.BaseSchema, io: "input" | "output"): void {
  // A format says it shorter; the other patterns keep control characters out.
  if (schema.format || schema.pattern?.includes("\\u0000")) delete schema.pattern;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  // Answers may grow: whoever reads them must not refuse what is new.
  if (io === "output" && schema.additionalProperties === false) delete schema.additionalProperties;
}

/** From the converter's place for shared schemas to the document's. */
const redirect = (schema: unknown): unknown =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'), (_, value) =>
    describeNullable(value),
  );

/** What may be null is described as a whole, not as one of two. */
function describeNullable(value: unknown): unknown {
  if (value === null || typeof value !== "object" || !("anyOf" in value)) return value;
  const schema = value as JsonSchema;
  const [first, second] = schema.anyOf ?? [];
  if (!first?.description || schema.description || second?.type !== "null") return value;
  const { description, ...rest } = first;
  return { ...schema, description, anyOf: [rest, second] };
}

/** The schema itself, where it is only referred to. */
export function resolve(schema: JsonSchema, named: Named): JsonSchema {
  const name = schema.$ref?.split("/").at(-1);
  const found = name ? named[name] : undefined;
  return found ? { ...found, ...(schema.description ? { description: schema.description } : {}) } : schema;
}
