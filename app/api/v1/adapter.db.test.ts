import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { fieldsOf, testApi } from "@/db/testing/test-api";
import { testDatabase } from "@/db/testing/test-database";
import { testMerchant } from "@/db/testing/test-merchant";
import { scopes } from "@/lib/access/actor";
import { pathParameters } from "@/lib/access/define-endpoint";
import { permissions } from "@/lib/access/permissions";
import { everyEndpoint } from "@/lib/integrations/endpoints/every-endpoint";

const database = await testDatabase();
const shop = await testMerchant(database, {});
const api = await testApi(database, shop);

type Refusal = { code: string; detail?: string; errors?: { path: string; code: string }[] };
const codeOf = ({ status, body }: { status: number; body: unknown }) => [status, (body as Refusal).code];
const json = { "content-type": "application/json" };

const endpoints = everyEndpoint.flatMap((group) => Object.values(group.endpoints));
const cases = endpoints.map((endpoint) => [`${endpoint.verb} ${endpoint.path}`, endpoint] as const);
const request = (endpoint: (typeof endpoints)[number]) => {
  const path = pathParameters(endpoint).reduce(
    (text, name) => text.replace(`{${name}}`, endpoint.example.path?.[name] ?? ""),
    endpoint.path as string,
  );
  return { verb: endpoint.verb, path, sent: endpoint.example.body ? { body: endpoint.example.body } : {} };
};

describe("who asks", () => {
  test.each(cases)("%s without a key is 401, with a key of the wrong scopes 403", async (_, endpoint) => {
    const { verb, path, sent } = request(endpoint);
    const without = await api.call(verb, path, { ...sent, headers: { authorization: "" } });
    expect(codeOf(without)).toEqual([401, "unauthenticated"]);
    expect(without.headers.get("www-authenticate")).toBe("Bearer");
    const needed = permissions[endpoint.handler.permission].scope;
    const lesser = await testApi(database, shop, { scopes: scopes.filter((scope) => scope !== needed) });
    const refused = await lesser.call(verb, path, sent);
    expect(codeOf(refused)).toEqual([403, "forbidden"]);
    expect((refused.body as Refusal).detail).toBe(
      `Authorization: This key does not have the scope ${needed}.`,
    );
  });

  test("a key of one shop never speaks for another: the merchant in it is part of what is looked up", async () => {
    const other = await testMerchant(database);
    const forged = api.secret.replace(`rk_${shop.merchantId}_`, `rk_${other.merchantId}_`);
    expect(
      codeOf(await api.call("GET", "/members", { headers: { authorization: `Bearer ${forged}` } })),
    ).toEqual([401, "unauthenticated"]);
  });

  test("the address that a proxy adds is noted in the audit log, what the client claims is not", async () => {
    const headers = { "x-forwarded-for": "10.0.0.1, 203.0.113.7" };
    const { id } = (await api.post("/members", {}, headers)).body as { id: string };
    const [row] = await database.sql`
      select address, actor, transport from audit_event where merchant_id = ${shop.merchantId} and subject = ${`member:${id}`}`;
    expect(row).toEqual({ address: "203.0.113.7", actor: `key:${api.keyId}`, transport: "api" });
  });
});

describe("how much", () => {
  test("each answer says what is left of the minute; the request beyond is 429 and says when to come back", async () => {
    const limited = await testApi(database, shop, { rateLimit: 3 });
    const answers = [];
    for (let n = 1; n <= 4; n++) answers.push(await limited.get("/program"));
    // A minute may end in between: then the window has begun afresh, and the limit is met two requests later.
    for (let n = 1; answers.at(-1)?.status !== 429 && n <= 3; n++)
      answers.push(await limited.get("/program"));
    const last = answers.at(-1);
    expect(last && codeOf(last)).toEqual([429, "rate_limited"]);
    for (const { headers } of answers) {
      expect(headers.get("ratelimit-limit")).toBe("3");
      expect(Number(headers.get("ratelimit-reset"))).toBeGreaterThan(0);
    }
    expect(last?.headers.get("ratelimit-remaining")).toBe("0");
    expect(last?.headers.get("retry-after")).toBe(last?.headers.get("ratelimit-reset"));
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(3);
  });

  test("a refusal counts and tells like an answer", async () => {
    const { headers } = await api.post("/members", { name: 5 });
    expect(headers.get("ratelimit-limit")).toBe("100000");
  });
});

describe("Idempotency-Key", () => {
  test("ten requests with one key and body make one member and get one answer", async () => {
    const headers = { "idempotency-key": "enrol-1" };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => api.post("/members", { name: "Once" }, headers)),
    );
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    const again = await api.post("/members", { name: "Once" }, headers);
    expect(again.body).toEqual(answers[0]?.body);
  });

  test("the order of a body's fields does not matter, anything else does", async () => {
    const headers = { "idempotency-key": "enrol-2" };
    const first = await api.post("/members", { name: "A", tags: ["x"] }, headers);
    expect((await api.post("/members", { tags: ["x"], name: "A" }, headers)).body).toEqual(first.body);
    expect(codeOf(await api.post("/members", { name: "A", tags: ["y"] }, headers))).toEqual([
      422,
      "idempotency_mismatch",
    ]);
  });

  test("one key means one thing per kind of request, per shop, and per path", async () => {
    const headers = { "idempotency-key": "same" };
    const { id: one } = (await api.post("/members", {}, headers)).body as { id: string };
    const { id: two } = (await api.post("/members", {})).body as { id: string };
    const adjust = await api.post(
      "/points/adjustments",
      { member: { id: one }, points: 5, reason: "x" },
      headers,
    );
    expect(adjust.status).toBe(201);
    expect((await api.call("PATCH", `/members/${one}`, { body: { name: "X" }, headers })).status).toBe(200);
    expect(codeOf(await api.call("PATCH", `/members/${two}`, { body: { name: "X" }, headers }))).toEqual([
      422,
      "idempotency_mismatch",
    ]);
    const other = await testApi(database, await testMerchant(database));
    const theirs = await other.post("/members", {}, headers);
    expect([theirs.status, (theirs.body as { id: string }).id === one]).toEqual([201, false]);
  });

  test("a refused request leaves its key free for the corrected one", async () => {
    const headers = { "idempotency-key": "corrected" };
    const spend = { member: { email: "late@example.com" }, points: 5, reason: "x" };
    expect(codeOf(await api.post("/points/adjustments", spend, headers))).toEqual([422, "member_not_found"]);
    await api.post("/members", { email: "late@example.com" });
    expect((await api.post("/points/adjustments", spend, headers)).status).toBe(201);
  });

  test.each([
    ["", "Idempotency-Key required"],
    ["   ", "Idempotency-Key required"],
    ["x".repeat(201), "Idempotency-Key too_big.string"],
  ])("%j is refused", async (key, expected) => {
    const { status, body } = await api.post("/members", {}, { "idempotency-key": key });
    expect([status, fieldsOf(body)]).toEqual([422, [expected]]);
  });
});

describe("what is sent", () => {
  const send = (raw: BodyInit, headers: Record<string, string> = json) =>
    api.call("POST", "/members", { raw, headers });

  test.each([
    ["nothing", ""],
    ["half an object", '{"name": "Can"'],
    ["NaN", '{"birthday": NaN}'],
    ["an array", "[]"],
    ["a string", '"Can"'],
    ["null", "null"],
    ["a number", "7"],
    ["invalid UTF-8", new Uint8Array([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0xfe, 0x22, 0x7d])],
    ["two objects", "{}{}"],
    ["100,000 nested arrays", `{"name":${"[".repeat(100_000)}${"]".repeat(100_000)}}`],
    ["33 nested objects", `${'{"a":'.repeat(33)}1${"}".repeat(33)}`],
    ["binary", randomBytes(1000)],
  ])("%s is malformed", async (_, raw) => {
    expect(codeOf(await send(raw))).toEqual([400, "malformed"]);
  });

  test("JSON with a byte order mark, a charset and a vendor's type is JSON", async () => {
    expect((await send(`\ufeff{}`)).status).toBe(201);
    expect((await send("{}", { "content-type": "application/json; charset=utf-8" })).status).toBe(201);
    expect((await send("{}", { "content-type": "application/vnd.till+json" })).status).toBe(201);
  });

  test.each([
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/jsonp",
  ])("%s is not", async (type) => {
    expect(codeOf(await send("{}", { "content-type": type }))).toEqual([415, "unsupported_media_type"]);
  });

  test("10 MB are refused, with a length or without, and so is the one byte too many", async () => {
    const ten = `{"name":"${"x".repeat(10_000_000)}"}`;
    expect(codeOf(await send(ten))).toEqual([413, "too_large"]);
    const chunk = new Uint8Array(100_000).fill(0x20);
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        controller.enqueue(chunk);
      },
    });
    const streamed = await api.call("POST", "/members", { raw: endless, headers: json });
    expect(codeOf(streamed)).toEqual([413, "too_large"]);
    expect(sent).toBeLessThan(10);
    const limit = 256 * 1024;
    expect((await send(`{}${" ".repeat(limit - 2)}`)).status).toBe(201);
    expect(codeOf(await send(`{}${" ".repeat(limit - 1)}`))).toEqual([413, "too_large"]);
  });

  test("the last of two equal keys counts", async () => {
    expect((await send('{"name":"A","name":"B"}')).body).toMatchObject({ name: "B" });
  });

  test("keys that mean something to the language are only unknown fields", async () => {
    const { status, body } = await send(
      '{"__proto__":{"admin":true},"constructor":{"prototype":1},"toString":"x"}',
    );
    expect(status).toBe(422);
    expect(fieldsOf(body).sort()).toEqual(["__proto__ unknown", "constructor unknown", "toString unknown"]);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
    const inside = await send('{"attributes":{"__proto__":"x","constructor":"y"}}');
    expect([201, 422]).toContain(inside.status);
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });

  test("a number beyond all numbers names its field", async () => {
    const { status, body } = await api.call("POST", "/points/spends", {
      raw: '{"member":{"card":"1"},"points":1e999,"reference":"x"}',
      headers: json,
    });
    expect([status, fieldsOf(body)]).toEqual([422, ["points type"]]);
  });

  test("a thousand unknown fields are answered with the first twenty, however long they are called", async () => {
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`${n}`.padEnd(150, "x"), n]));
    const { status, body } = await api.post("/members", many);
    const { errors } = body as Required<Refusal>;
    expect([status, errors.length]).toEqual([422, 20]);
    expect(Math.max(...errors.map(({ path }) => path.length))).toBe(80);
  });

  test("125,000 wrong lines are refused within the time of a request", async () => {
    const raw = `{"externalId":"x","member":{"card":"1"},"occurredAt":"2026-01-01T00:00:00Z","lines":[${"1,".repeat(125_000)}1]}`;
    const { status, body } = await api.call("POST", "/purchases", { raw, headers: json });
    expect(status).toBe(422);
    expect(fieldsOf(body).length).toBeLessThanOrEqual(20);
  });

  test("what the path says, the body may not say again", async () => {
    const { id } = (await api.post("/members", {})).body as { id: string };
    expect(fieldsOf((await api.call("PATCH", `/members/${id}`, { body: { id } })).body)).toEqual([
      "id unknown",
    ]);
    expect(fieldsOf((await api.get(`/members/${id}?id=${id}`)).body)).toEqual(["id unknown"]);
  });
});

describe("where it is sent", () => {
  test.each(["/", "/nothing", "/members/1/2/3", "/purchases/batch/x", "/points", "/openapi.yaml"])(
    "every verb of %s is 404 as a problem document",
    async (path) => {
      for (const verb of ["GET", "POST", "PUT", "PATCH", "DELETE"]) {
        expect(codeOf(await api.call(verb, path))).toEqual([404, "not_found"]);
      }
    },
  );

  test("a verb that an address does not serve is 405 and is told which it does; OPTIONS tells them too", async () => {
    const expected: Record<string, string> = {};
    for (const { verb, path } of endpoints) expected[path] = [expected[path], verb].filter(Boolean).join(" ");
    for (const [path, served] of Object.entries(expected)) {
      const place = path.replaceAll(/\{\w+\}/g, "0198a6d2-7c1e-7a40-9b1c-3f5d2e8a6c01");
      const verbs = served.split(" ");
      const allow = [...verbs, ...(verbs.includes("GET") ? ["HEAD"] : []), "OPTIONS"].sort().join(", ");
      for (const verb of ["GET", "POST", "PUT", "PATCH", "DELETE"].filter((one) => !verbs.includes(one))) {
        const answer = await api.call(verb, place);
        expect([path, ...codeOf(answer), answer.headers.get("allow")]).toEqual([
          path,
          405,
          "method_not_allowed",
          allow,
        ]);
      }
      const options = await api.call("OPTIONS", place);
      expect([path, options.status, options.headers.get("allow")]).toEqual([path, 204, allow]);
    }
  });
});
