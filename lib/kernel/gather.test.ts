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

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

test("one alone goes at once; three that come meanwhile go together, each with its own answer", async () => {
  const { gather, runs, sent } = held();
  const answers = Promise.all(["a", "b", "c", "d"].map((item) => gather.add(1, item)));
  expect(sent()).toEqual(["a"]);
  runs[0]?.end();
  await settled();
  expect(sent()).toEqual(["a", "bcd"]);
  runs[1]?.end();
  expect(await answers).toEqual(["A", "B", "C", "D"]);
});

test("shops never go together, nor wait for each other", () => {
  const { gather, sent } = held();
  gather.add(1, "a");
  gather.add(2, "b");
  expect(sent()).toEqual(["a", "b"]);
});

test("at most two in a run, two runs at once: of five, one and one go, then two, then the last", async () => {
  const { gather, runs, sent } = held({ atOnce: 2, most: 2 });
  for (const item of ["a", "b", "c", "d", "e"]) void gather.add(1, item);
  expect(sent()).toEqual(["a", "b"]);
  runs[0]?.end();
  await settled();
  runs[1]?.end();
  await settled();
  expect(sent()).toEqual(["a", "b", "cd", "e"]);
});

test("two of one member go one after the other, in their order, and others do not wait for them", async () => {
  const { gather, runs, sent } = held({ apart: (item) => item.slice(0, 1) });
  for (const item of ["x", "a1", "a2", "b1", "a3"]) void gather.add(1, item);
  runs[0]?.end();
  await settled();
  expect(runs[1]?.items).toEqual(["a1", "b1"]);
  runs[1]?.end();
  await settled();
  expect(sent().slice(2)).toEqual(["a2"]);
});

test("of three together one is bad: each is tried alone, two are answered, the bad one is refused", async () => {
  const { gather, runs } = held();
  const answers = Promise.allSettled(["x", "a", "bad", "c"].map((item) => gather.add(1, item)));
  runs[0]?.end();
  await settled();
  runs[1]?.fail();
  await settled();
  expect(runs.slice(2).map(({ items }) => items)).toEqual([["a"], ["bad"], ["c"]]);
  for (const run of runs.slice(2)) run.items[0] === "bad" ? run.fail() : run.end();
  expect((await answers).map((one) => (one.status === "fulfilled" ? one.value : String(one.reason)))).toEqual(
    ["X", "A", "Error: no bad", "C"],
  );
});

test("a shop that is quiet again takes no memory, and starts afresh", async () => {
  const { gather, runs } = held();
  const first = gather.add(1, "a");
  runs[0]?.end();
  await first;
  await settled();
  const second = gather.add(1, "b");
  runs[1]?.end();
  expect(await second).toBe("B");
});
