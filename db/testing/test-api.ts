import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Database } from "@/db/client";
import { adoptDatabase } from "@/db/connection";
import { scopes as everyScope, type Scope } from "@/lib/access/actor";
import { newApiKeySecret } from "@/lib/access/api-key";
import { uuidv7 } from "@/lib/kernel/ids";
import { expectDocumented } from "./expect-documented";
import type { TestMerchant } from "./test-merchant";

export interface ApiAnswer {
  status: number;
  headers: Headers;
  /** Parsed JSON; undefined when there was no body. */
  body: unknown;
}

interface Sent {
  body?: unknown;
  /** Instead of `body`: sent as it is. */
  raw?: BodyInit;
  headers?: Record<string, string>;
}

export interface TestApi {
  /**
   * Path below /api/v1, query included. Goes to the route file that the framework would choose; the answer is held to
   * what the documentation says of it.
   */
  call(verb: string, path: string, sent?: Sent): Promise<ApiAnswer>;
  get(path: string): Promise<ApiAnswer>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<ApiAnswer>;
  keyId: string;
  secret: string;
}

interface TestApiOptions {
  scopes?: readonly Scope[];
  /** Requests a minute. */
  rateLimit?: number;
}

/** The REST API of a shop as a program with a key of its own meets it, without a server between. */
export async function testApi(
  database: Database,
  { merchantId }: Pick<TestMerchant, "merchantId">,
  { scopes = everyScope, rateLimit = 100_000 }: TestApiOptions = {},
): Promise<TestApi> {
  adoptDatabase(database);
  const { secret, hash, hint } = newApiKeySecret(merchantId);
  const keyId = uuidv7();
  await database.sql`
    insert into api_key (merchant_id, id, name, hash, hint, scopes, rate_limit, created_by)
    values (${merchantId}, ${keyId}, 'test', ${hash}, ${hint}, ${[...scopes]}, ${rateLimit}, 'system:test')`;
  const call: TestApi["call"] = (verb, path, { body, raw, headers } = {}) => {
    const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const request = new Request(`http://localhost/api/v1${path}`, {
      method: verb,
      body: content,
      // Node asks for it where a body is a stream.
      ...({ duplex: "half" } as RequestInit),
      headers: {
        authorization: `Bearer ${secret}`,
        ...(content === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
    });
    return send(request);
  };
  return {
    call,
    get: (path) => call("GET", path),
    post: (path, body, headers) => call("POST", path, { body, headers }),
    keyId,
    secret,
  };
}

/** What a refusal says of fields: "lines.0.amount required". */
export const fieldsOf = (body: unknown): string[] =>
  ((body as { errors?: { path: string; code: string }[] }).errors ?? []).map(
    ({ path, code }) => `${path} ${code}`,
  );

type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string> | undefined> },
) => Response | Promise<Response>;

const root = fileURLToPath(new URL("../../app/api/v1", import.meta.url));

async function send(request: Request): Promise<ApiAnswer> {
  const segments = new URL(request.url).pathname.split("/").slice(3).filter(Boolean);
  const { directory, params } = findRoute(root, segments.map(decodeURIComponent)) ?? {
    directory: join(root, "[[...path]]"),
    params: {},
  };
  const route: Record<string, Handler | undefined> = await import(join(directory, "route.ts"));
  const handler = route[request.method];
  if (!handler) throw new Error(`${directory} does not export ${request.method}`);
  const response = await handler(request, {
    params: Promise.resolve(Object.keys(params).length > 0 ? params : undefined),
  });
  const text = await response.text();
  const body: unknown = text === "" ? undefined : JSON.parse(text);
  const answer = { status: response.status, headers: response.headers, body };
  expectDocumented({ verb: request.method, path: directory.slice(root.length), answer });
  return answer;
}

interface Found {
  directory: string;
  params: Record<string, string>;
}

/** As the framework matches: a literal folder before a `[parameter]`. */
function findRoute(directory: string, segments: string[]): Found | undefined {
  const [segment, ...rest] = segments;
  if (segment === undefined)
    return existsSync(join(directory, "route.ts")) ? { directory, params: {} } : undefined;
  const literal = join(directory, segment);
  if (!segment.startsWith("[") && existsSync(literal)) return findRoute(literal, rest);
  const named = readdirSync(directory).find((name) => /^\[\w+\]$/.test(name));
  const found = named && findRoute(join(directory, named), rest);
  return found ? { ...found, params: { [named.slice(1, -1)]: segment, ...found.params } } : undefined;
}
