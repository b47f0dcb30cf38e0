import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { afterAll, expect, it } from "vitest";
import { onFullDisk } from "@/db/testing/full-disk";
import { withLock } from "./lock";
import { isAlive, isSameProcess, processIdentity } from "./process-identity";

const folder = mkdtempSync(join(tmpdir(), "regulars-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("five that want the lock at once have it one after the other", async () => {
  const lock = join(folder, "queue.lock");
  let inside = 0;
  let most = 0;
  const visit = () =>
    withLock(lock, async () => {
      inside += 1;
      most = Math.max(most, inside);
      await turn();
      inside -= 1;
    });
  await Promise.all([visit(), visit(), visit(), visit(), visit()]);
  expect(most).toBe(1);
  expect(existsSync(lock)).toBe(false);
});

it("the lock is free again when what it was for fails", async () => {
  const lock = join(folder, "failing.lock");
  await expect(withLock(lock, () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  expect(await withLock(lock, async () => "in")).toBe("in");
});

it("a lock that a full disk has no room for leaves no empty file behind", async () => {
  const empty = mkdtempSync(join(folder, "full-"));
  await expect(onFullDisk(() => withLock(join(empty, "start.lock"), async () => "in"))).rejects.toThrow(
    "ENOSPC",
  );
  expect(readdirSync(empty)).toEqual([]);
});

it("the lock of a process that is no more is broken", async () => {
  const lock = join(folder, "dead.lock");
  const { pid } = spawnSync(process.execPath, ["-e", ""]);
  writeFileSync(lock, `${pid} long ago`);
  expect(await withLock(lock, async () => "in")).toBe("in");
});

it("a lock whose process id another process has by now is broken", async () => {
  const lock = join(folder, "reused.lock");
  writeFileSync(lock, `${process.pid} another start`);
  expect(await withLock(lock, async () => "in")).toBe("in");
});

it("a process is told from a later one with its id", () => {
  expect(isAlive(process.pid)).toBe(true);
  expect(isSameProcess(processIdentity(process.pid) ?? "")).toBe(true);
  expect(isSameProcess(`${process.pid} another start`)).toBe(false);
  expect(isSameProcess("")).toBe(false);
});
