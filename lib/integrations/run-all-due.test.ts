import { expect, test } from "vitest";
import type { Execution } from "@/lib/access/define-command";
import type { DueWork } from "./due-work";
import { runAllDue } from "./run-all-due";

const execution = {} as Execution;

/** Runs works, and keeps what is noted of the run. */
function run(works: DueWork[]) {
  const noted: Record<string, number>[] = [];
  const note = async (_: Execution, done: Record<string, number>) => void noted.push(done);
  return { noted, done: runAllDue(execution, works, note) };
}

test("two works, 3 points expired and 2 mails: one answer with both", async () => {
  const works = [
    { name: "points", run: async () => ({ expired: 3 }) },
    { name: "messaging", run: async () => ({ warned: 2 }) },
  ];
  const { done, noted } = run(works);
  expect(await done).toEqual({ expired: 3, warned: 2 });
  expect(noted).toEqual([{ expired: 3, warned: 2 }]);
});

test("3 points expired and no mail: what was done is noted; when nothing was due, nothing is", async () => {
  const some = run([{ name: "points", run: async () => ({ expired: 3, warned: 0 }) }]);
  await some.done;
  expect(some.noted).toEqual([{ expired: 3 }]);
  const none = run([{ name: "points", run: async () => ({ expired: 0 }) }]);
  await none.done;
  expect(none.noted).toEqual([]);
});

test("the first work fails: the second is done all the same, and the failure names the room", async () => {
  const sent: string[] = [];
  const works = [
    { name: "points", run: async () => Promise.reject(new Error("no connection")) },
    { name: "messaging", run: async () => ({ warned: sent.push("messaging") }) },
  ];
  const { done, noted } = run(works);
  await expect(done).rejects.toThrow("what falls due in points did not happen");
  expect(sent).toEqual(["messaging"]);
  expect(noted).toEqual([{ warned: 1 }]);
});
