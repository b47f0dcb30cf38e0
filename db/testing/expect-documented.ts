import { expect } from "vitest";
import type { Endpoint } from "@/lib/access/define-endpoint";
import { problemAnswer } from "@/lib/access/problem-answer";
import { everyEndpoint } from "@/lib/integrations/endpoints/every-endpoint";
import { openApiDocument } from "@/lib/integrations/endpoints/openapi-document";
import type { Method } from "@/lib/integrations/endpoints/openapi-types";
import type { ApiAnswer } from "./test-api";

interface Served {
  verb: string;
  /** Of the route file, below app/api/v1. */
  path: string;
  answer: ApiAnswer;
}

const endpoints = everyEndpoint.flatMap((group) => Object.values(group.endpoints));

/** Holds an answer to the documentation: a success to its schema, field by field; a refusal to the codes that are named. */
export function expectDocumented({ verb, path, answer }: Served): void {
  const documented = path.replace(/\[(\w+)\]/g, "{$1}");
  const endpoint = endpoints.find((one) => one.verb === verb && one.path === documented);
  if (answer.status >= 400) expectProblem(answer, endpoint);
  else if (endpoint) {
    expect(answer.status).toBe(endpoint.status);
    // Strict: a field that is not documented fails.
    endpoint.response.parse(answer.body);
  }
}

function expectProblem({ status, headers, body }: ApiAnswer, endpoint: Endpoint | undefined): void {
  expect(headers.get("content-type")).toBe("application/problem+json");
  const problem = problemAnswer.parse(body);
  expect(problem.status).toBe(status);
  if (!endpoint) return;
  const operation = openApiDocument().paths[endpoint.path]?.[endpoint.verb.toLowerCase() as Method];
  expect(operation?.["x-problems"], `${endpoint.verb} ${endpoint.path}`).toContain(problem.code);
}
