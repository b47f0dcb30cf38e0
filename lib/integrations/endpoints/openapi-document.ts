import { problemAnswer } from "@/lib/access/problem-answer";
import { type ProblemCode, problemStatus } from "@/lib/kernel/problems";
import { everyEndpoint } from "./every-endpoint";
import { toJsonSchema } from "./json-schema";
import { describeOperation } from "./openapi-operation";
import type { Method, OpenApiDocument } from "./openapi-types";

const description = `Everything a till or a web shop needs: enrol members, record and refund purchases, spend points.

Amounts are integers in minor units of the shop's currency, points are integers, and instants are ISO 8601 with an offset. What is sent and not known is refused, never dropped.

A refusal is a problem document (RFC 9457) with a \`code\` for programs and words for people; one that is about fields names each of them.

A request with an \`Idempotency-Key\` may be repeated until it is answered: it is done once and answered the same. The same key with another body is refused. Purchases and refunds are held to their \`externalId\` in the same way, without a key.

A list answers a page and \`next\`; send that as \`cursor\` to read on.`;

const header = (text: string) => ({ description: text, schema: { type: "integer" } });

function build(): OpenApiDocument {
  const schemas = {};
  const paths: OpenApiDocument["paths"] = {};
  for (const group of everyEndpoint) {
    for (const [operationId, endpoint] of Object.entries(group.endpoints)) {
      const method = endpoint.verb.toLowerCase() as Method;
      const operation = describeOperation({ operationId, tag: group.name, endpoint, named: schemas });
      paths[endpoint.path] = { ...paths[endpoint.path], [method]: operation };
    }
  }
  toJsonSchema(problemAnswer, "output", schemas);
  return {
    openapi: "3.1.0",
    info: {
      title: "Regulars API",
      version: "1.0.0",
      description,
      license: { name: "AGPL-3.0-only", identifier: "AGPL-3.0-only" },
    },
    servers: [{ url: "/api/v1", description: "This installation" }],
    security: [{ key: [] }],
    tags: everyEndpoint.map(({ name, description: text }) => ({ name, description: text })),
    paths,
    components: {
      schemas,
      headers: {
        "RateLimit-Limit": header("Requests that the key may make in a minute."),
        "RateLimit-Remaining": header("How many of them are left."),
        "RateLimit-Reset": header("Seconds until all of them are there again."),
        "Retry-After": header("Seconds to wait."),
      },
      securitySchemes: {
        key: {
          type: "http",
          scheme: "bearer",
          bearerFormat: "rk_...",
          description:
            "An API key of the shop. The owner makes and revokes them under Settings, and says what each may do.",
        },
      },
    },
  };
}

let document: OpenApiDocument | undefined;

/** OpenAPI 3.1 of the REST API, made from the schemas that validate. */
export function openApiDocument(): OpenApiDocument {
  document ??= build();
  return document;
}

/** Every code that an answer of the API may carry, by status. Where there is no endpoint, these two are answered. */
export function everyProblem(): ProblemCode[] {
  const operations = Object.values(openApiDocument().paths).flatMap((item) => Object.values(item));
  const codes = new Set([
    "not_found",
    "method_not_allowed",
    ...operations.flatMap((one) => one["x-problems"]),
  ]);
  const known = Object.keys(problemStatus) as ProblemCode[];
  return known.filter((code) => codes.has(code)).sort((a, b) => problemStatus[a] - problemStatus[b]);
}
