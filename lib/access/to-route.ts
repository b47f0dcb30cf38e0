import { database } from "@/db/connection";
import { systemNow } from "@/lib/kernel/clock";
import { fieldProblem, Problem } from "@/lib/kernel/problems";
import { authenticateKey } from "./api-key";
import { type Endpoint, inputName } from "./define-endpoint";
import { problemResponse } from "./problem-response";
import { type RateState, takeRequest } from "./rate-limit";
import { readJson } from "./read-json";
import { clientAddress } from "./request-context";

/** The framework has no parameters, not even an empty object of them, for a path without any. */
type RouteContext = { params: Promise<Record<string, string> | undefined> };
type Input = Record<string, unknown>;

const bodyLimit = 256 * 1024;

/** The REST adapter: key, rate limit, body, command, answer. */
export const toRoute =
  (endpoint: Endpoint) =>
  async (request: Request, context: RouteContext): Promise<Response> => {
    let headers: Record<string, string> = {};
    try {
      const db = database();
      const now = systemNow();
      // Whatever it says, it is only noted in the audit log: nothing is granted by it.
      const address = clientAddress(request.headers);
      const { actor, rateLimit } = await authenticateKey(db, request.headers.get("authorization"), {
        address,
        now,
      });
      const rate = await takeRequest(db, {
        merchantId: actor.merchantId,
        bucket: `key:${actor.keyId}`,
        limit: rateLimit,
        now,
      });
      headers = rateHeaders(rate);
      if (!rate.allowed) throw new Problem("rate_limited", { params: { seconds: rate.reset } });
      const idempotencyKey = readIdempotencyKey(request.headers);
      const raw = await readInput(endpoint, request, (await context.params) ?? {});
      const result = await endpoint.handler.execute({ actor, now, database: db, idempotencyKey }, raw);
      return answer(result, endpoint.status, headers);
    } catch (error) {
      return problemResponse(error, headers);
    }
  };

/** With its length told, it leaves in one piece. */
function answer(result: unknown, status: number, headers: Record<string, string>): Response {
  const body = Buffer.from(JSON.stringify(result));
  return new Response(body, {
    status,
    headers: {
      "content-type": "application/json",
      "content-length": String(body.byteLength),
      "cache-control": "no-store",
      ...headers,
    },
  });
}

function readIdempotencyKey(headers: Headers): string | undefined {
  const key = headers.get("idempotency-key");
  if (key === null) return undefined;
  if (key.trim() === "") throw fieldProblem("Idempotency-Key", "required");
  return key;
}

async function readInput(
  endpoint: Endpoint,
  request: Request,
  params: Record<string, string>,
): Promise<Input> {
  const sent = await readSent(endpoint, request);
  for (const [parameter, value] of Object.entries(params)) {
    const name = inputName(endpoint, parameter);
    // The path has said it: a second opinion would have to lose in silence.
    if (Object.hasOwn(sent, name)) throw fieldProblem(name, "unknown");
    sent[name] = value;
  }
  return sent;
}

function readSent(endpoint: Endpoint, request: Request): Promise<Input> | Input {
  switch (endpoint.verb) {
    case "GET":
    case "DELETE":
      return readQuery(endpoint, request);
    case "POST":
    case "PATCH":
      return readJson(request, endpoint.bodyLimit ?? bodyLimit);
  }
}

function readQuery(endpoint: Endpoint, request: Request): Input {
  const input = new Map<string, unknown>();
  for (const [name, value] of new URL(request.url).searchParams) {
    if (input.has(name)) throw fieldProblem(name.slice(0, 80), "repeated");
    // Not Number(value): an empty string would become 0.
    input.set(name, endpoint.numeric?.includes(name) && /^-?\d+$/.test(value) ? Number(value) : value);
  }
  return Object.fromEntries(input);
}

const rateHeaders = (rate: RateState): Record<string, string> => ({
  "ratelimit-limit": String(rate.limit),
  "ratelimit-remaining": String(rate.remaining),
  "ratelimit-reset": String(rate.reset),
  ...(rate.allowed ? {} : { "retry-after": String(rate.reset) }),
});
