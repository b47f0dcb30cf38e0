import { randomUUID } from "node:crypto";
import { log } from "@/lib/kernel/log";
import { Problem } from "@/lib/kernel/problems";
import { problemBody } from "./problem-body";

/** RFC 9457. What is not an expected refusal is logged under an id, and only the id is told. */
export function problemResponse(error: unknown, headers: Record<string, string> = {}): Response {
  const problem = error instanceof Problem ? error : unexpected(error);
  return Response.json(problemBody(problem), {
    status: problem.status,
    headers: {
      "content-type": "application/problem+json",
      "cache-control": "no-store",
      ...(problem.code === "unauthenticated" ? { "www-authenticate": "Bearer" } : {}),
      ...headers,
    },
  });
}

/** Logs what nobody expected and turns it into the refusal that people see. */
export function unexpected(error: unknown): Problem {
  if (isDatabaseDown(error)) {
    log().error({ err: error }, "database unavailable");
    return new Problem("unavailable");
  }
  const incident = randomUUID();
  log().error({ err: error, incident }, "unexpected error");
  return new Problem("internal", { params: { incident } });
}

const downCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "CONNECT_TIMEOUT",
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "57P01",
  "57P02",
  "57P03",
  "53300",
  "53100",
]);

const isDatabaseDown = (error: unknown): boolean =>
  error instanceof Error && "code" in error && typeof error.code === "string" && downCodes.has(error.code);
