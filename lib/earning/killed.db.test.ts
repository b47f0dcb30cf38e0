import { type ChildProcess, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, expect, it } from "vitest";
import { openDatabase } from "@/db/client";
import { paths } from "@/db/embedded/place";
import { startEmbedded } from "@/db/embedded/start-embedded";
import { throwawayDirectory } from "@/db/embedded/throwaway";
import { migrateDatabase } from "@/db/migrate";
import { onePerUnit, shopping } from "@/db/testing/shopping";
import { testMember } from "@/db/testing/test-member";
import { testMerchant } from "@/db/testing/test-merchant";

const { dataDir, remove } = throwawayDirectory();
const children: ChildProcess[] = [];
let stop: (() => Promise<void>) | undefined;

afterAll(async () => {
  for (const child of children) child.kill("SIGKILL");
  await stop?.();
  remove();
});

/** Starts a loading process and resolves once it has had `wanted` purchases acknowledged. */
async function load(
  args: string[],
  wanted: number,
): Promise<{ child: ChildProcess; acknowledged: Set<string> }> {
  const child = spawn(process.execPath, ["--import", "tsx", "db/testing/purchase-load.ts", ...args], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  children.push(child);
  const acknowledged = new Set<string>();
  await new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      acknowledged.add(line);
      if (acknowledged.size === wanted) resolve();
    });
    child.once("exit", () => reject(new Error("the loading process ended before it was killed")));
  });
  return { child, acknowledged };
}

const ended = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once("close", () => resolve());
  });

it("kill -9 of the recording process, then of the database, each after 300 acknowledged purchases: every one of them is there, once", async () => {
  const first = await startEmbedded({ dataDir });
  stop = first.stop;
  await migrateDatabase(first.url);
  const setup = openDatabase(first.url, { max: 2 });
  const merchant = await testMerchant(setup, { program: { earning: { rules: [onePerUnit] } } });
  const member = await testMember(setup, merchant);
  await setup.close();
  const args = (prefix: string) => [first.url, String(merchant.merchantId), member.id, prefix];

  const killed = await load(args("process"), 300);
  killed.child.kill("SIGKILL");
  await ended(killed.child);

  const orphaned = await load(args("database"), 300);
  const pidFile = join(first.elsewhere ?? paths(dataDir).cluster, "postmaster.pid");
  const postmaster = Number((await readFile(pidFile, "utf8")).split("\n")[0]);
  process.kill(postmaster, "SIGKILL");
  await ended(orphaned.child);

  const again = await startEmbedded({ dataDir });
  stop = again.stop;
  const database = openDatabase(again.url, { max: 2 });
  try {
    const rows = await database.sql<{ externalId: string }[]>`
      select external_id as "externalId" from purchase where merchant_id = ${merchant.merchantId}`;
    const recorded = rows.map((row) => row.externalId);
    expect(new Set(recorded).size).toBe(recorded.length);
    const missing = [...killed.acknowledged, ...orphaned.acknowledged].filter((id) => !recorded.includes(id));
    expect(missing).toEqual([]);
    expect(await shopping(database, merchant).differences()).toEqual([]);
  } finally {
    await database.close();
  }
}, 120_000);
