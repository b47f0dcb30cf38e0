import { beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { emptyForm } from "@/lib/kernel/action-result";
import type { Actor } from "./actor";
import { world } from "./example-session";
import { parseInput } from "./parse-input";
import type { Permission } from "./permissions";
import { toAction, toFormAction } from "./to-action";

vi.mock("next-intl/server", async () => (await import("./example-session")).exampleLocale);
vi.mock("@/db/connection", () => ({ database: () => ({}) }));
vi.mock("@/lib/kernel/log", async () => (await import("./example-session")).exampleLog);
vi.mock("./session", async () => (await import("./example-session")).exampleSession);
beforeEach(() => {
  world.logged.length = 0;
  world.locale = "tr";
});

const input = z.strictObject({ name: z.string().min(1), points: z.int() });

const command = (run: (actor: Actor) => unknown, permission: Permission = "points.adjust") => ({
  permission,
  input,
  execute: async ({ actor }: { actor: Actor }, raw: unknown) => {
    parseInput(input, raw);
    return run(actor);
  },
});

describe("an action", () => {
  test("answers with the command's data, for the shop of the page", async () => {
    const act = toAction(command((actor) => actor.merchantId));
    expect(await act("kose-kahve", { name: "Ece", points: 1 })).toEqual({ ok: true, data: 7 });
  });

  test("that a customer may do is done as the customer", async () => {
    const act = toAction(command((actor) => actor.kind, "membership.own"));
    expect(await act("kose-kahve", { name: "Ece", points: 1 })).toEqual({ ok: true, data: "member" });
  });

  test("answers a refusal in the reader's language, field by field", async () => {
    const act = toAction(command(() => 1));
    expect(await act("kose-kahve", { name: "", points: 1 })).toEqual({
      ok: false,
      problem: {
        code: "invalid",
        message: "Gönderilende doğru olmayan bir şey var.",
        fields: { name: "Bu eksik." },
      },
    });
  });

  test("without a session says so, so that the page can ask for it and nothing is lost", async () => {
    const act = toAction(command(() => 1));
    expect(await act("", { name: "Ece", points: 1 })).toMatchObject({
      ok: false,
      problem: { code: "unauthenticated" },
    });
  });

  test("that is done once hands the key on that it was sent with; any other, or what is no text, has none", async () => {
    const given: unknown[] = [];
    const what = {
      ...command(() => 1),
      execute: async ({ idempotencyKey }: { idempotencyKey?: string }) => given.push(idempotencyKey),
    };
    const once = toAction(what, { once: true }) as (...all: unknown[]) => Promise<unknown>;
    const sent = { name: "Ece", points: 1 };
    await once("kose-kahve", sent, "pressed");
    await once("kose-kahve", sent, { not: "text" });
    await toAction(what)("kose-kahve", sent, "pressed");
    expect(given).toEqual(["pressed", undefined, undefined]);
  });

  test("of another shop finds nothing", async () => {
    const act = toAction(command(() => 1));
    expect(await act("other", { name: "Ece", points: 1 })).toMatchObject({ problem: { code: "not_found" } });
  });

  test("survives arguments that are not what a page sends", async () => {
    const act = toAction(command(() => 1)) as (...all: unknown[]) => Promise<unknown>;
    for (const slug of [undefined, null, {}, ["kose-kahve"], 7]) {
      expect(await act(slug, undefined)).toMatchObject({ ok: false, problem: { code: "unauthenticated" } });
    }
    expect(await act("kose-kahve", undefined)).toMatchObject({ ok: false, problem: { code: "invalid" } });
  });

  test("tells nothing of what went wrong inside, but the number under which it is logged", async () => {
    world.locale = "en";
    const act = toAction(
      command(() => {
        throw new Error("password of the database is hunter2");
      }),
    );
    const result = await act("kose-kahve", { name: "Ece", points: 1 });
    expect(JSON.stringify(result)).not.toContain("hunter2");
    expect(result).toMatchObject({
      ok: false,
      problem: { code: "internal", message: expect.stringMatching(/[0-9a-f-]{36}/) },
    });
    expect(world.logged).toHaveLength(1);
  });

  test("lets the framework's own signals pass: a redirect is no failure", async () => {
    const signal = Object.assign(new Error("NEXT_REDIRECT"), { digest: "NEXT_REDIRECT;push;/m/x;307;" });
    const act = toAction(
      command(() => {
        throw signal;
      }),
    );
    await expect(act("kose-kahve", { name: "Ece", points: 1 })).rejects.toBe(signal);
  });
});

describe("a form", () => {
  const form = (entries: Record<string, string>) => {
    const data = new FormData();
    for (const [name, value] of Object.entries(entries)) data.set(name, value);
    return data;
  };
  const act = toFormAction(
    command(() => "done"),
    { name: "text", points: "integer" },
  );

  test("that is refused keeps what was typed", async () => {
    const state = await act("kose-kahve", emptyForm, form({ name: " ", points: "12" }));
    expect(state).toMatchObject({
      turn: 1,
      values: { name: " ", points: "12" },
      problem: { fields: { name: "Bu eksik." } },
    });
  });

  test("that is accepted begins anew, with the answer", async () => {
    const state = await act(
      "kose-kahve",
      { turn: 3, values: { name: "x" } },
      form({ name: "Ece", points: "12" }),
    );
    expect(state).toEqual({ turn: 4, values: {}, data: "done" });
  });

  test("that leads on does so once it is done, and stays where it is when it is refused", async () => {
    const leading = toFormAction(
      command(() => "done"),
      { name: "text", points: "integer" },
      (home, data) => `${home}/gifts?given=${data}`,
    );
    await expect(leading("kose-kahve", emptyForm, form({ name: "Ece", points: "12" }))).rejects.toMatchObject(
      {
        digest: expect.stringContaining("/c/kose-kahve/gifts?given=done"),
      },
    );
    expect(await leading("kose-kahve", emptyForm, form({ name: "", points: "12" }))).toMatchObject({
      turn: 1,
    });
  });
});
