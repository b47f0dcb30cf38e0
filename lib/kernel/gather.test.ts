import { expect, test } from "vitest";
import { Gather } from "./gather";

/** Runs that end when they are told to. */
function held(options: { atOnce?: number; most?: number; apart?: (item: string) => string } = {}) {
  const runs: { items: string[]; end(): void; fail(): void }[] = [];
  const gather = new Gather<string, string>({
    atOnce: 1,
    most: 10,
    ...options,
    run: (_key, items) =>
      new Promise((resolve, reject) => {
        runs.push({
          items,
          end: () => resolve(items.map((item) => item.toUpperCase())),
          fail: () => reject(new Error(`no ${items.join()}`)),
        });
      }),
  });
  return { gather, runs, sent: () => runs.map(({ items }) => items.join("")) };
}

/** The turn of the event loop in which what was asked for starts is over. */
const settled = () => new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve)));

test("two of one turn go together, three that come meanwhile go after them, each with its own answer", async () => {
  const { gather, runs, sent } = held();
  const add = (items: string[]) => Promise.all(items.map((item) => gather.add(1, item)));
  const first = add(["a", "b"]);
  await settled();
  expect(sent()).toEqual(["ab"]);
  const meanwhile = add(["c", "d", "e"]);
  await settled();
  expect(sent()).toEqual(["ab"]);
  runs[0]?.end();
  await settled();
  expect(sent()).toEqual(["ab", "cde"]);
  runs[1]?.end();
  expect([await first, await meanwhile]).toEqual([
    ["A", "B"],
    ["C", "D", "E"],
  ]);
});

test("shops never go together, nor wait for each other", async () => {
  const { gather, sent } = held();
  gather.add(1, "a");
  gather.add(2, "b");
  await settled();
  expect(sent()).toEqual(["a", "b"]);
});

test("at most two in a run, two runs at once: of six, two and one go, then two, then the last", async () => {
  const { gather, runs, sent } = held({ atOnce: 2, most: 2 });
  for (const turn of [["a", "b"], ["c"], ["d", "e", "f"]]) {
    for (const item of turn) void gather.add(1, item);
    await settled();
  }
  expect(sent()).toEqual(["ab", "c"]);
  runs[0]?.end();
  await settled();
  runs[1]?.end();
  await settled();
  expect(sent()).toEqual(["ab", "c", "de", "f"]);
});

test("two of one member go one after the other, in their order, and others do not wait for them", async () => {
  const { gather, runs, sent } = held({ apart: (item) => item.slice(0, 1) });
  for (const item of ["a1", "a2", "b1", "a3"]) void gather.add(1, item);
  await settled();
  expect(runs[0]?.items).toEqual(["a1", "b1"]);
  runs[0]?.end();
  await settled();
  expect(sent().slice(1)).toEqual(["a2"]);
});

test("of three together one is bad: each is tried alone, two are answered, the bad one is refused", async () => {
  const { gather, runs } = held();
  const answers = Promise.allSettled(["a", "bad", "c"].map((item) => gather.add(1, item)));
  await settled();
  runs[0]?.fail();
  await settled();
  expect(runs.slice(1).map(({ items }) => items)).toEqual([["a"], ["bad"], ["c"]]);
  for (const run of runs.slice(1)) run.items[0] === "bad" ? run.fail() : run.end();
  expect((await answers).map((one) => (one.status === "fulfilled" ? one.value : String(one.reason)))).toEqual(
    ["A", "Error: no bad", "C"],
  );
});

test("a shop that is quiet again takes no memory, and starts afresh", async () => {
  const { gather, runs } = held();
  const first = gather.add(1, "a");
  await settled();
  runs[0]?.end();
  await first;
  await settled();
  const second = gather.add(1, "b");
  await settled();
  runs[1]?.end();
  expect(await second).toBe("B");
});
