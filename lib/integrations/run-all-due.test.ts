import { expect, test } from "vitest";
import type { Execution } from "@/lib/access/define-command";
import { runAllDue } from "./run-all-due";

const execution = {} as Execution;

test("two works, 3 points expired and 2 mails: one answer with both", async () => {
  const works = [
    { name: "points", run: async () => ({ expired: 3 }) },
    { name: "messaging", run: async () => ({ warned: 2 }) },
  ];
  expect(await runAllDue(execution, works)).toEqual({ expired: 3, warned: 2 });
});

test("the first work fails: the second is done all the same, and the failure names the room", async () => {
  const done: string[] = [];
  const works = [
    { name: "points", run: async () => Promise.reject(new Error("no connection")) },
    { name: "messaging", run: async () => ({ warned: done.push("messaging") }) },
  ];
  await expect(runAllDue(execution, works)).rejects.toThrow("what falls due in points did not happen");
  expect(done).toEqual(["messaging"]);
});
