import { beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import type { Actor } from "./actor";
import { world } from "./example-session";
import { parseInput } from "./parse-input";
import { toSessionRoute } from "./to-session-route";

vi.mock("next-intl/server", async () => (await import("./example-session")).exampleLocale);
vi.mock("@/db/connection", () => ({ database: () => ({}) }));
vi.mock("@/lib/kernel/log", async () => (await import("./example-session")).exampleLog);
vi.mock("./session", async () => (await import("./example-session")).exampleSession);
beforeEach(() => {
  world.locale = "tr";
});

const input = z.strictObject({ points: z.int() });
const post = toSessionRoute({
  permission: "purchases.record",
  input,
  execute: async ({ actor }: { actor: Actor }, raw: unknown) => ({
    merchant: actor.merchantId,
    ...parseInput(input, raw),
  }),
});

const sent = (body: string, headers: Record<string, string> = {}, program = "kose-kahve") =>
  post(
    new Request("https://shop.example/m/kose-kahve/till/purchases", {
      method: "POST",
      headers: { "content-type": "application/json", "sec-fetch-site": "same-origin", ...headers },
      body,
    }),
    { params: Promise.resolve({ program }) },
  );

test("what a page sends by itself is done for the shop of the address, and never kept by anybody on the way", async () => {
  const response = await sent('{"points":3}');
  expect([response.status, response.headers.get("cache-control")]).toEqual([200, "no-store"]);
  expect(await response.json()).toEqual({ ok: true, data: { merchant: 7, points: 3 } });
});

test("a refusal has its status, and its words in the reader's language beside its field", async () => {
  const response = await sent('{"points":0.5}');
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({
    ok: false,
    problem: {
      code: "invalid",
      message: "Gönderilende doğru olmayan bir şey var.",
      fields: { points: expect.any(String) },
    },
  });
});

test("a page of another site, or of a sister site, does nothing in the name of whoever is signed in", async () => {
  for (const site of ["cross-site", "same-site", "none"]) {
    expect((await sent('{"points":3}', { "sec-fetch-site": site })).status, site).toBe(403);
  }
});

test("a form, half a JSON, nobody signed in and another shop are refused, each in its way", async () => {
  expect((await sent("points=3", { "content-type": "application/x-www-form-urlencoded" })).status).toBe(415);
  expect((await sent('{"points":')).status).toBe(400);
  expect((await sent('{"points":3}', {}, "")).status).toBe(401);
  expect((await sent('{"points":3}', {}, "han-kahve")).status).toBe(404);
});
