import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { onFullDisk } from "@/db/testing/full-disk";
import { keptSecret } from "./secret";

const dataDir = mkdtempSync(join(tmpdir(), "regulars-"));
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

it("a secret is made once, long enough, and readable by its owner alone", () => {
  const secret = keptSecret(dataDir);
  expect(secret).toMatch(/^[\w-]{43}$/);
  expect(keptSecret(dataDir)).toBe(secret);
  expect(statSync(join(dataDir, "secret")).mode & 0o077).toBe(0);
  expect(readdirSync(dataDir)).toEqual(["secret"]);
});

it("two directories have two secrets", () => {
  expect(keptSecret(join(dataDir, "one"))).not.toBe(keptSecret(join(dataDir, "two")));
});

it("a damaged one is not used", () => {
  keptSecret(dataDir);
  writeFileSync(join(dataDir, "secret"), "");
  expect(() => keptSecret(dataDir)).toThrow("is damaged");
});

it("a full disk is named by its directory, and no empty secret is left on it", async () => {
  await expect(onFullDisk(() => keptSecret(dataDir))).rejects.toThrow(`${dataDir}: the disk is full`);
  expect(readdirSync(dataDir)).toEqual([]);
});
