import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { isInitialised } from "./initialise";
import { openDataDir } from "./place";
import { throwawayDirectory } from "./throwaway";

const { dataDir, remove } = throwawayDirectory();
afterEach(remove);

function cluster(files: Record<string, string>): string {
  mkdirSync(dataDir, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(dataDir, name), content);
  return dataDir;
}

describe("whether there is a database to open", () => {
  it("an empty directory and none at all are none", () => {
    expect(isInitialised(cluster({}), "18")).toBe(false);
    expect(isInitialised(join(dataDir, "missing"), "18")).toBe(false);
  });

  it("one of this version is", () => {
    expect(isInitialised(cluster({ PG_VERSION: "18\n" }), "18")).toBe(true);
  });

  it.each([
    [{ PG_VERSION: "garbage" }, /is broken: its PG_VERSION is not a version/],
    [{ PG_VERSION: "17\n" }, /belongs to PostgreSQL 17, and this is 18/],
    [{ "notes.txt": "mine" }, /is broken: it has no PG_VERSION/],
  ])("%o is refused in one line", (files, line) => {
    expect(() => isInitialised(cluster(files), "18")).toThrow(line);
  });
});

it("a data directory that is a file is refused in one line", () => {
  const file = join(cluster({ file: "" }), "file");
  expect(() => openDataDir(file)).toThrow(`REGULARS_DATA_DIR ${file} cannot be used: a file is in the way`);
});

it("a data directory where nothing can be made is refused, instead of being tried for ever", () => {
  expect(() => openDataDir("/proc/regulars")).toThrow(/^REGULARS_DATA_DIR \/proc\/regulars cannot be used: /);
});
