import { database } from "@/db/connection";
import { systemNow } from "@/lib/kernel/clock";
import { Problem } from "@/lib/kernel/problems";
import { authenticateKey } from "./api-key";
import type { Endpoint } from "./define-endpoint";
import { problemResponse } from "./problem-response";
import { type RateState, takeRequest } from "./rate-limit";
import { readJson } from "./read-json";

type RouteContext = { params: Promise<Record<string, string>> };

/** The REST adapter: key, rate limit, body, command, answer. */
export const toRoute = (endpoint: Endpoint) => async (request: Request, context: RouteContext): Promise<Response> => {
  let headers: Record<string, string> = {};
  try {
    const db = database();
    const now = systemNow();
    const address = request.headers.get("x-forwarded-for")?.split(",")[0]?.trim();
    const { actor, rateLimit } = await authenticateKey(db, request.headers.get("authorization"), address);
    const rate = await takeRequest(db, { merchantId: actor.merchantId, bucket: `key:${actor.keyId}`, limit: rateLimit, now });
    headers = rateHeaders(rate);
    if (!rate.allowed) throw new Problem("rate_limited", { params: { seconds: rate.reset } });
    const raw = await readInput(endpoint, request, await context.params);
    const idempotencyKey = request.headers.get("idempotency-key") ?? undefined;
    const result = await endpoint.handler.execute({ actor, now, database: db, idempotencyKey }, raw);
    return Response.json(result, { status: endpoint.status, headers });
  } catch (error) {
    return problemResponse(error, headers);
  }
};

async function readInput(endpoint: Endpoint, request: Request, params: Record<string, string>): Promise<unknown> {
  if (endpoint.verb === "GET") return { ...readQuery(endpoint, request), ...params };
  const body = await readJson(request, endpoint.bodyLimit ?? 256 * 1024);
  return { ...body, ...params };
}

function readQuery(endpoint: Endpoint, request: Request): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const [name, value] of new URL(request.url).searchParams) {
    if (name in input) throw new Problem("invalid", { fields: [{ path: name, code: "repeated" }] });
    // Not Number(value): an empty string would become 0.
    input[name] = endpoint.numeric?.includes(name) && /^-?\d+$/.test(value) ? Number(value) : value;
  }
  return input;
}

const rateHeaders = (rate: RateState): Record<string, string> => ({
  "ratelimit-limit": String(rate.limit),
  "ratelimit-remaining": String(rate.remaining),
  "ratelimit-reset": String(rate.reset),
  ...(rate.allowed ? {} : { "retry-after": String(rate.reset) }),
});
