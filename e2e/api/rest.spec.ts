import { expect, type Page, test } from "@playwright/test";
import { openDatabase } from "@/db/client";
import type { Scope } from "@/lib/access/actor";
import { systemNow } from "@/lib/kernel/clock";
import { createApiKey } from "@/lib/merchants/commands/create-api-key";
import { type Installation, readInstallation } from "../fixtures/installation";

// What the tests of the routes cannot see: the framework and the web server between a program and a route.

const all: Scope[] = [
  "members:read",
  "members:write",
  "purchases:write",
  "activities:write",
  "points:write",
  "program:read",
];

async function keyOf({ databaseUrl, slug }: Installation): Promise<string> {
  const database = openDatabase(databaseUrl, { max: 1 });
  try {
    const [shop] = await database.sql<{ id: number }[]>`select id from merchant where slug = ${slug}`;
    const actor = { kind: "system", name: "e2e", merchantId: shop?.id ?? 0, transport: "cli" } as const;
    const { secret } = await createApiKey.execute(
      { actor, now: systemNow(), database },
      { name: "e2e", scopes: all },
    );
    return secret;
  } finally {
    await database.close();
  }
}

interface Answer {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

let origin = "";
let key = "";

test.beforeAll(async ({ browserName: _ }, { project }) => {
  origin = project.use.baseURL ?? "";
  key = await keyOf(readInstallation(Number(new URL(origin).port)));
});

async function call(verb: string, path: string, body?: unknown, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(`${origin}/api/v1${path}`, {
    method: verb,
    body: body === undefined ? undefined : JSON.stringify(body),
    ...init,
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json", ...init.headers },
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === "" ? {} : JSON.parse(text) };
}

test("a program enrols, records, refunds, spends, gives and reads it all back", async () => {
  const run = `e2e-${Date.now()}`;
  const member = await call("POST", "/members", { name: "Deniz", externalId: run });
  expect(member.status).toBe(201);
  const { id } = member.body as { id: string };
  const sent = {
    externalId: `${run}-1`,
    member: { externalId: run },
    occurredAt: new Date().toISOString(),
    lines: [{ productType: "coffee", amount: 16_000 }],
  };
  const quote = await call("POST", "/purchases/quote", sent);
  expect(quote.status).toBe(200);
  const recorded = await call("POST", "/purchases", sent);
  expect([recorded.status, recorded.body.award]).toEqual([201, quote.body.award]);
  const purchase = recorded.body.purchase as { id: string };
  expect((await call("POST", "/purchases", sent)).body).toEqual(recorded.body);
  const batch = await call("POST", "/purchases/batch", { purchases: [sent, { ...sent, lines: [] }] });
  expect(batch.body).toMatchObject({ results: [{ status: 201 }, { status: 422 }] });
  const adjusted = await call("POST", "/points/adjustments", {
    member: { id },
    points: 100,
    reason: "Welcome",
  });
  expect(adjusted.status).toBe(201);
  expect(
    (await call("POST", "/points/spends", { member: { id }, points: 50, reference: "Tea" })).status,
  ).toBe(201);
  const friend = (await call("POST", "/members", {})).body as { id: string };
  expect(
    (await call("POST", "/points/gifts", { from: { id }, to: { id: friend.id }, points: 10 })).status,
  ).toBe(201);
  expect((await call("POST", `/purchases/${purchase.id}/refunds`, { externalId: `${run}-r` })).status).toBe(
    201,
  );
  expect((await call("GET", `/purchases/${purchase.id}`)).body).toMatchObject({
    purchase: { refunded: 16_000 },
  });
  expect((await call("GET", `/members?externalId=${run}`)).body).toMatchObject({ members: [{ id }] });
  expect((await call("PATCH", `/members/${id}`, { name: null })).body).toMatchObject({ id, name: null });
  const ledger = await call("GET", `/members/${id}/ledger?limit=2`);
  expect(ledger.body).toMatchObject({ entries: [{}, {}], next: expect.any(String) });
  expect((await call("GET", "/program")).status).toBe(200);
  expect((await call("DELETE", `/members/${id}`)).status).toBe(200);
  expect((await call("GET", `/members/${id}`)).status).toBe(404);
});

test("HEAD answers as GET without its body, OPTIONS and a wrong verb tell the right ones, an unknown path is 404", async () => {
  const head = await call("HEAD", "/program");
  expect([head.status, head.body, head.headers.get("ratelimit-limit")]).toEqual([200, {}, "600"]);
  const options = await call("OPTIONS", "/members");
  expect([options.status, options.headers.get("allow")]).toEqual([204, "GET, HEAD, OPTIONS, POST"]);
  const wrong = await call("PUT", "/members", {});
  expect([wrong.status, wrong.headers.get("allow"), wrong.body.code]).toEqual([
    405,
    "GET, HEAD, OPTIONS, POST",
    "method_not_allowed",
  ]);
  const nowhere = await call("GET", "/nothing/here");
  expect([nowhere.status, nowhere.headers.get("content-type")]).toEqual([404, "application/problem+json"]);
});

test("10 MB are refused, told in advance or in pieces, and the next request is served", async () => {
  const raw = JSON.stringify({ name: "x".repeat(10_000_000) });
  expect((await call("POST", "/members", undefined, { body: raw })).body.code).toBe("too_large");
  const piece = new TextEncoder().encode("x".repeat(100_000));
  let left = 100;
  const pieces = new ReadableStream<Uint8Array>({
    pull(controller) {
      left -= 1;
      if (left === 0) controller.close();
      else controller.enqueue(piece);
    },
  });
  const init = { body: pieces, duplex: "half" } as RequestInit;
  // Whoever is in the middle of sending may find the connection closed instead of an answer.
  const streamed = await call("POST", "/members", undefined, init).then(
    ({ body }) => body.code,
    () => "closed",
  );
  expect(["too_large", "closed"]).toContain(streamed);
  expect((await call("GET", "/program")).status).toBe(200);
});

test("a path with a broken escape is one that nothing goes by: a refusal with a code from the API, a page for a person", async ({
  page,
}) => {
  for (const path of ["/members/%ff", "/purchases/%C3%28", "/nothing/100%"]) {
    const { status, body, headers } = await call("GET", path);
    expect([404, 422], path).toContain(status);
    expect(headers.get("content-type"), path).toBe("application/problem+json");
    expect(body.status).toBe(status);
  }
  expect((await page.request.get("/c/%ff")).status()).toBe(404);
});

test("the address in the audit log is what the proxies saw, 203.0.113.7, through two of ours: not 10.1.2.3, which the client claims", async () => {
  const told = "10.1.2.3, 203.0.113.7, 198.51.100.9";
  expect(await auditedAddress({ "x-forwarded-for": told })).toBe("203.0.113.7");
  expect(["127.0.0.1", "::1"]).toContain(await auditedAddress({}));
});

async function auditedAddress(headers: Record<string, string>): Promise<string | undefined> {
  const { body } = await call("POST", "/members", {}, { headers });
  const { databaseUrl } = readInstallation(Number(new URL(origin).port));
  const database = openDatabase(databaseUrl, { max: 1 });
  try {
    const [row] = await database.sql<{ address: string }[]>`
      select address from audit_event a join merchant m on m.id = a.merchant_id where subject = ${`member:${body.id}`}`;
    return row?.address;
  } finally {
    await database.close();
  }
}

const hashLinks = (page: Page) =>
  page.locator('a[href^="#"]').evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));

test("the documentation page and its document describe the same, and every link on the page leads to something on it", async ({
  page,
}) => {
  const document = (await (await fetch(`${origin}/api/v1/openapi.json`)).json()) as {
    paths: Record<string, object>;
  };
  await page.goto("/docs/api");
  for (const path of Object.keys(document.paths)) {
    await expect(page.getByText(`/api/v1${path}`, { exact: true }).first()).toBeVisible();
  }
  const ids = new Set(await page.locator("[id]").evaluateAll((all) => all.map((one) => `#${one.id}`)));
  for (const href of new Set(await hashLinks(page))) expect(ids, href).toContain(href);
});
