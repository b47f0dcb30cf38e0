import { type Endpoint, inputName, pathParameters } from "@/lib/access/define-endpoint";
import { permissions } from "@/lib/access/permissions";
import { type ProblemCode, problemStatus } from "@/lib/kernel/problems";
import { type JsonSchema, resolve, toJsonSchema } from "./json-schema";
import type { Answer, Operation, Parameter } from "./openapi-types";
import { problemExample } from "./problem-examples";

interface Described {
  operationId: string;
  tag: string;
  endpoint: Endpoint;
  named: Record<string, JsonSchema>;
}

const always: readonly ProblemCode[] = [
  "unauthenticated",
  "forbidden",
  "rate_limited",
  "invalid",
  "unavailable",
  "internal",
];
const withBody: readonly ProblemCode[] = ["malformed", "too_large", "unsupported_media_type"];

export function describeOperation({ operationId, tag, endpoint, named }: Described): Operation {
  const { handler, verb, summary, description = "", example } = endpoint;
  const sendsBody = verb === "POST" || verb === "PATCH";
  const input = resolve(toJsonSchema(endpoint.documentedInput ?? handler.input, "input", named), named);
  const problems = problemsOf(endpoint, sendsBody);
  return {
    operationId,
    tags: [tag],
    summary,
    description,
    parameters: [
      ...pathParameters(endpoint).map((name) => parameter(endpoint, input, name, "path")),
      ...(sendsBody
        ? []
        : queryNames(endpoint, input).map((name) => parameter(endpoint, input, name, "query"))),
      ...(verb === "GET" ? [] : [idempotencyKey]),
    ],
    ...(sendsBody
      ? {
          requestBody: {
            required: true,
            content: { "application/json": { schema: bodySchema(endpoint, named), example: example.body } },
          },
        }
      : {}),
    responses: { [endpoint.status]: success(endpoint, named), ...refusals(problems) },
    "x-scope": permissions[handler.permission].scope ?? "",
    "x-problems": problems,
  };
}

const idempotencyKey: Parameter = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description: "Makes the request safe to repeat: up to 200 characters, new for each thing to do.",
  schema: { type: "string", minLength: 1, maxLength: 200 },
  example: "3f1c7e0a-till-2-0017",
};

const inPath = (endpoint: Endpoint): string[] =>
  pathParameters(endpoint).map((name) => inputName(endpoint, name));

const queryNames = (endpoint: Endpoint, input: JsonSchema): string[] =>
  Object.keys(input.properties ?? {}).filter((name) => !inPath(endpoint).includes(name));

function parameter(endpoint: Endpoint, input: JsonSchema, name: string, place: "path" | "query"): Parameter {
  const { description, ...schema } = input.properties?.[inputName(endpoint, name)] ?? {};
  const required = place === "path" || Boolean(input.required?.includes(name));
  const example = endpoint.example[place]?.[name];
  return { name, in: place, required, description, schema, ...(example === undefined ? {} : { example }) };
}

/** The input without what the path says. */
function bodySchema(endpoint: Endpoint, named: Record<string, JsonSchema>): JsonSchema {
  const schema = toJsonSchema(endpoint.documentedInput ?? endpoint.handler.input, "input", named);
  const said = inPath(endpoint);
  if (said.length === 0) return schema;
  const whole = resolve(schema, named);
  return {
    ...whole,
    properties: Object.fromEntries(
      Object.entries(whole.properties ?? {}).filter(([name]) => !said.includes(name)),
    ),
    required: whole.required?.filter((name) => !said.includes(name)),
  };
}

const rateHeaders = Object.fromEntries(
  ["RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"].map((name) => [
    name,
    { $ref: `#/components/headers/${name}` },
  ]),
);

const success = (endpoint: Endpoint, named: Record<string, JsonSchema>): Answer => ({
  description: endpoint.status === 201 ? "Done." : "Here it is.",
  headers: rateHeaders,
  content: {
    "application/json": {
      schema: toJsonSchema(endpoint.response, "output", named),
      example: endpoint.example.answer,
    },
  },
});

function problemsOf(endpoint: Endpoint, sendsBody: boolean): ProblemCode[] {
  const repeatable: ProblemCode[] = endpoint.verb === "GET" ? [] : ["idempotency_mismatch"];
  return [...(endpoint.problems ?? []), ...always, ...(sendsBody ? withBody : []), ...repeatable];
}

/** A status is answered for several reasons: each is an example. */
function refusals(codes: readonly ProblemCode[]): Record<string, Answer> {
  const statuses = [...new Set(codes.map((code) => problemStatus[code]))].sort((a, b) => a - b);
  return Object.fromEntries(
    statuses.map((status) => [status, refusal(codes.filter((code) => problemStatus[code] === status))]),
  );
}

function refusal(codes: readonly ProblemCode[]): Answer {
  const limited = codes.includes("rate_limited");
  return {
    description: codes.map((code) => `${code}: ${problemExample(code).title}`).join(" "),
    ...(limited
      ? { headers: { ...rateHeaders, "Retry-After": { $ref: "#/components/headers/Retry-After" } } }
      : {}),
    content: {
      "application/problem+json": {
        schema: { $ref: "#/components/schemas/Problem" },
        examples: Object.fromEntries(codes.map((code) => [code, { value: problemExample(code) }])),
      },
    },
  };
}
