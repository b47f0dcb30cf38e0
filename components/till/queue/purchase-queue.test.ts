import { expect, test } from "vitest";
import type { ActionResult, ProblemShown } from "@/lib/kernel/action-result";
import { memoryStore } from "./device-store";
import { PurchaseQueue, type QueueStore } from "./purchase-queue";
import { pause, type QueuedPurchase, requestOf } from "./queued-purchase";

const purchase = (externalId: string, minute = 0): QueuedPurchase => ({
  externalId,
  slug: "kose-kahve",
  who: { id: "ada" },
  name: "Ada",
  occurredAt: `2026-11-26T09:${String(minute).padStart(2, "0")}:00.000Z`,
  lines: [{ no: 1, productType: "coffee", each: 16_000, quantity: 2 }],
  mayBeSent: false,
});
const problem = (code: ProblemShown["code"]): ActionResult<string> => ({
  ok: false,
  problem: { code, message: `It is ${code}.`, fields: {} },
});

/** A till whose network, clock and memory are in the test's hands. */
function till({ store = memoryStore() }: { store?: QueueStore } = {}) {
  const world = {
    online: true,
    /** What the server answers next; without anything it stays silent for ever. */
    answers: [] as (ActionResult<string> | "no answer")[],
    sent: [] as string[],
    recorded: new Set<string>(),
    late: [] as [string, ActionResult<string>][],
    timers: [] as { act: () => void; ms: number }[],
    otherTabSends: false,
  };
  const queue = new PurchaseQueue<string>({
    store,
    isOnline: () => world.online,
    send: async ({ externalId }) => {
      world.sent.push(externalId);
      const answer = world.answers.shift();
      if (answer === undefined) return new Promise(() => {});
      if (answer === "no answer") throw new TypeError("Failed to fetch");
      if (answer.ok) world.recorded.add(externalId);
      return answer;
    },
    alone: async (work) => {
      if (world.otherTabSends) return false;
      await work();
      return true;
    },
    later: (act, ms) => {
      const timer = { act, ms };
      world.timers.push(timer);
      return () => {
        world.timers = world.timers.filter((one) => one !== timer);
      };
    },
    onLate: ({ externalId }, answer) => void world.late.push([externalId, answer]),
  });
  return { queue, world, store };
}
const recorded: ActionResult<string> = { ok: true, data: "58 points" };

test("answered at once, it is recorded and nothing is kept", async () => {
  const { queue, world, store } = till();
  world.answers = [recorded];
  expect(await queue.take(purchase("a"))).toEqual({ kind: "recorded", recorded: "58 points" });
  expect(await store.all()).toEqual([]);
  expect(world.late).toEqual([]);
});

test("refused while the customer waits, it is told and not kept: the basket is still on the till", async () => {
  const { queue, world, store } = till();
  world.answers = [problem("member_not_found")];
  expect(await queue.take(purchase("a"))).toMatchObject({
    kind: "refused",
    problem: { code: "member_not_found" },
  });
  expect(await store.all()).toEqual([]);
});

test("without a network it is kept without a try, and sent once when the network is back", async () => {
  const { queue, world, store } = till();
  world.online = false;
  expect(await queue.take(purchase("a"))).toEqual({ kind: "kept" });
  expect(await store.all()).toMatchObject([{ externalId: "a", mayBeSent: false }]);
  expect(world.sent).toEqual([]);
  world.online = true;
  world.answers = [recorded];
  await queue.sendAll();
  await queue.sendAll();
  expect(world.sent).toEqual(["a"]);
  expect(world.late).toEqual([["a", recorded]]);
  expect(queue.list()).toEqual([]);
});

test("no answer for 4 s: the till goes on, and an answer that comes after all is not asked for twice", async () => {
  const { queue, world, store } = till();
  let answerNow: (answer: ActionResult<string>) => void = () => {};
  const slow = new PurchaseQueue<string>({
    store,
    isOnline: () => true,
    send: ({ externalId }) => {
      world.sent.push(externalId);
      return new Promise((resolve) => {
        answerNow = resolve;
      });
    },
    alone: async (work) => {
      if (world.otherTabSends) return false;
      await work();
      return true;
    },
    later: (act, ms) => {
      if (ms === 4_000) queueMicrotask(act);
      return () => {};
    },
    onLate: ({ externalId }, answer) => void world.late.push([externalId, answer]),
  });
  expect(await slow.take(purchase("a"))).toEqual({ kind: "kept" });
  expect(await store.all()).toMatchObject([{ externalId: "a", mayBeSent: true }]);
  const again = slow.sendAll();
  answerNow(recorded);
  await again;
  expect(world.sent).toEqual(["a"]);
  expect(slow.list()).toEqual([]);
  expect(queue.list()).toEqual([]);
});

test("a connection that breaks keeps it, waits 2 s, then 4 s, and starts again at 2 s after it went well", async () => {
  const { queue, world } = till();
  world.answers = ["no answer", "no answer", recorded, "no answer"];
  expect(await queue.take(purchase("a"))).toEqual({ kind: "kept" });
  expect(world.timers.map(({ ms }) => ms)).toEqual([2_000]);
  await queue.sendAll();
  expect(world.timers.map(({ ms }) => ms)).toEqual([4_000]);
  await queue.sendAll();
  expect(queue.list()).toEqual([]);
  await queue.take(purchase("b"));
  expect(world.timers.map(({ ms }) => ms)).toEqual([2_000]);
});

test("three that waited are sent in the order in which they happened; the second's refusal stops none", async () => {
  const { queue, world } = till();
  world.online = false;
  for (const one of [purchase("c", 3), purchase("a", 1), purchase("b", 2)]) await queue.take(one);
  world.online = true;
  world.answers = [recorded, problem("member_not_found"), recorded];
  await queue.sendAll();
  expect(world.sent).toEqual(["a", "b", "c"]);
  expect(queue.list()).toMatchObject([
    {
      externalId: "b",
      mayBeSent: false,
      refusal: { code: "member_not_found", message: "It is member_not_found." },
    },
  ]);
});

test("one that was refused waits for a person: it is sent again when told to, or forgotten", async () => {
  const { queue, world, store } = till();
  await store.put({ ...purchase("a"), refusal: { code: "internal", message: "Number 5.", details: [] } });
  await queue.sendAll();
  expect(world.sent).toEqual([]);
  world.answers = [recorded];
  const [kept] = queue.list();
  if (kept) await queue.retry(kept);
  expect([world.sent, queue.list()]).toEqual([["a"], []]);
  await store.put({ ...purchase("b"), refusal: { code: "internal", message: "Number 6.", details: [] } });
  await queue.forget("b");
  expect(queue.list()).toEqual([]);
});

test("a database that is away stops the others from knocking, and all of them stay", async () => {
  const { queue, world } = till();
  world.online = false;
  await queue.take(purchase("a", 1));
  await queue.take(purchase("b", 2));
  world.online = true;
  world.answers = [problem("unavailable")];
  await queue.sendAll();
  expect(world.sent).toEqual(["a"]);
  expect(queue.list().map(({ externalId, refusal }) => [externalId, refusal])).toEqual([
    ["a", undefined],
    ["b", undefined],
  ]);
});

test("signed out meanwhile: what is on the till stays there, what waited goes on waiting", async () => {
  const { queue, world, store } = till();
  await store.put(purchase("old"));
  world.answers = [problem("unauthenticated"), problem("unauthenticated")];
  expect(await queue.take(purchase("new", 5))).toMatchObject({
    kind: "refused",
    problem: { code: "unauthenticated" },
  });
  await queue.sendAll();
  expect((await store.all()).map(({ externalId }) => externalId)).toEqual(["old"]);
});

test("a reload finds what was kept and sends it", async () => {
  const { store } = till();
  await store.put(purchase("a"));
  const { queue, world } = till({ store });
  world.answers = [recorded];
  const done = new Promise<void>((resolve) => {
    queue.subscribe(() => {
      if (world.recorded.has("a") && queue.list().length === 0) resolve();
    });
  });
  const stop = queue.start();
  await done;
  stop();
  expect(world.sent).toEqual(["a"]);
});

test("what is sent has the lines' sums and nothing of what the till only keeps for itself", () => {
  expect(requestOf(purchase("a"))).toEqual({
    externalId: "a",
    member: { id: "ada" },
    occurredAt: "2026-11-26T09:00:00.000Z",
    lines: [{ productType: "coffee", quantity: 2, amount: 32_000 }],
  });
});

test("the pauses between tries double up to a minute", () => {
  expect([1, 2, 3, 4, 5, 6, 20].map(pause)).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
});

test("two wait, and the second is dropped while the first is on its way: one is sent, and nothing comes back", async () => {
  const { queue, world, store } = till();
  world.online = false;
  await queue.take(purchase("a"));
  await queue.take(purchase("b", 1));
  world.online = true;
  world.answers = [recorded, problem("member_not_found")];
  const sending = queue.sendAll();
  await queue.forget("b");
  await sending;
  expect(world.sent).toEqual(["a"]);
  expect(await store.all()).toEqual([]);
});

test("the network is back while another tab is still at a try that fails: this one comes back after 2 s, and sends", async () => {
  const { queue, world } = till();
  world.online = false;
  await queue.take(purchase("a"));
  world.online = true;
  world.otherTabSends = true;
  await queue.sendAll();
  expect([world.sent, world.timers.map(({ ms }) => ms)]).toEqual([[], [2_000]]);
  world.otherTabSends = false;
  world.answers = [recorded];
  const gone = new Promise<void>((resolve) => {
    queue.subscribe(() => {
      if (queue.list().length === 0) resolve();
    });
  });
  world.timers[0]?.act();
  await gone;
  expect([world.sent, world.timers]).toEqual([["a"], []]);
});
