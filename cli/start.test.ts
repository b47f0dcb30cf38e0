import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { describe, expect, it, vi } from "vitest";
import { throwawayDirectory } from "@/db/embedded/throwaway";
import { childEnv } from "@/lib/kernel/env";
import { root } from "./lib/root";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** What `npm start` says on standard error, and its exit code, when it cannot start. */
function start(changes: Record<string, string>): { said: string; code: number | null } {
  const { dataDir, remove } = throwawayDirectory();
  try {
    const env = childEnv({ REGULARS_DATA_DIR: dataDir, DATABASE_URL: "", ...changes });
    const { stderr, status } = spawnSync(process.execPath, ["--import", "tsx", "cli/start.ts"], {
      cwd: root,
      env,
      encoding: "utf8",
    });
    return { said: stderr.trim(), code: status };
  } finally {
    remove();
  }
}

describe("npm start says in one line why it cannot start", () => {
  it("a variable is wrong", () => {
    expect(start({ PORT: "http" })).toEqual({ said: "PORT is not a port, 1 to 65535", code: 1 });
  });

  it("the port is taken, even by a program that listens on loopback alone", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    expect(start({ PORT: String(port) })).toEqual({
      said: `PORT ${port} is taken by another program: stop it, or set PORT to another number`,
      code: 1,
    });
    other.close();
  });

  it("the data directory is a file", () => {
    const file = `${root}/package.json`;
    expect(start({ REGULARS_DATA_DIR: file })).toEqual({
      said: `REGULARS_DATA_DIR ${file} cannot be used: a file is in the way`,
      code: 1,
    });
  });

  it("the database does not answer", async () => {
    const closed = createServer().listen(0);
    await once(closed, "listening");
    const { port } = closed.address() as AddressInfo;
    closed.close();
    const url = "postgres://regulars:hidden@127.0.0.1:1/regulars";
    expect(start({ PORT: String(port), DATABASE_URL: url })).toEqual({
      said: "The database at 127.0.0.1:1 (DATABASE_URL) does not answer: nothing listens there",
      code: 1,
    });
  });
});
