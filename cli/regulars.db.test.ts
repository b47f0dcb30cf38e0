import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openDatabase } from "@/db/client";
import { throwawayDirectory } from "@/db/embedded/throwaway";
import { freshDatabase } from "@/db/testing/test-database";
import { childEnv } from "@/lib/kernel/env";
import { root } from "./lib/root";

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

const directory = mkdtempSync(join(tmpdir(), "cli-"));
let url = "";
let drop = async () => {};

beforeAll(async () => {
  ({ url, drop } = await freshDatabase());
});
afterAll(async () => {
  await drop();
  rmSync(directory, { recursive: true, force: true });
});

interface Ran {
  code: number | null;
  out: string;
  err: string;
}

/** Runs a command as a person would, against this file's database. */
function regulars(args: string[], changes: Record<string, string> = { DATABASE_URL: url }): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", "cli/regulars.ts", ...args], {
      cwd: root,
      env: childEnv(changes),
      stdio: ["ignore", "pipe", "pipe"],
    });
    let [out, err] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => {
      out += chunk.toString();
    });
    child.stderr.on("data", (chunk: Buffer) => {
      err += chunk.toString();
    });
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, out: out.trim(), err: err.trim() }));
  });
}

function write(name: string, content: string): string {
  const path = join(directory, name);
  writeFileSync(path, content);
  return path;
}

const shop = ["--merchant", "kose"];

test("a shop is created, its program applied, baskets imported, verified and taken back", async () => {
  const created = await regulars(
    "merchant create --slug kose --name Köşe --currency TRY --timezone Europe/Istanbul --owner-email ada@example.com --json --owner-password"
      .split(" ")
      .concat("a long walk by the sea"),
  );
  expect(created).toMatchObject({ code: 0, err: "" });
  expect(JSON.parse(created.out)).toMatchObject({ slug: "kose" });

  const key = await regulars([
    "api-key",
    "create",
    ...shop,
    "--scopes",
    "members:read,purchases:write",
    "--json",
  ]);
  expect(JSON.parse(key.out)).toMatchObject({ secret: expect.stringMatching(/^rk_\d+_/) });

  const program = write(
    "program.yaml",
    "earning:\n  rules:\n    - key: coffee\n      name: Coffee\n      effect: { kind: rate, points: 2, per: 100 }\n",
  );
  const rehearsal = await regulars(["program", "apply", program, ...shop, "--dry-run"]);
  expect(rehearsal.out.split("\n")).toEqual([
    "+ earning.rules.coffee: { key: coffee, name: Coffee, effect: { kind: rate, points: 2, per: 100 } }",
    "- earning.rules.base: { key: base, name: Every purchase, effect: { kind: rate, points: 1, per: 100 } }",
    "Nothing was changed: this was a dry run.",
  ]);
  expect((await regulars(["program", "apply", program, ...shop])).out).toMatch(/Published as version 2\.$/);
  const exported = await regulars(["program", "export", ...shop]);
  const again = await regulars(["program", "apply", write("exported.yaml", exported.out), ...shop, "--json"]);
  expect(JSON.parse(again.out)).toEqual({ dryRun: false, version: 2, changed: false, changes: [] });

  // A day that cannot be is refused by the dry run, too, and a file with nothing in it is no program.
  const unreadable = ["program", "apply", program, ...shop, "--from", "yesterday"];
  const refused = await regulars([...unreadable, "--dry-run"]);
  expect(refused).toMatchObject({ code: 1, err: expect.stringMatching(/^--from: /) });
  expect(await regulars(unreadable)).toEqual(refused);
  expect(await regulars(["program", "apply", write("empty.yaml", "# nothing\n"), ...shop])).toMatchObject({
    code: 1,
    err: expect.stringMatching(/empty\.yaml is empty$/),
  });

  const prices = write(
    "prices.yaml",
    "products:\n  - { sku: latte, name: Latte, price: 17000, productType: coffee, group: Coffee }\n",
  );
  expect((await regulars(["products", "apply", prices, ...shop])).out).toBe(
    "Saved as revision 1. Products: 1.",
  );
  const listed = await regulars(["products", "export", ...shop]);
  const replaced = await regulars(["products", "apply", write("listed.yaml", listed.out), ...shop, "--json"]);
  expect(JSON.parse(replaced.out)).toEqual({ revision: 2, products: 1 });
  expect(JSON.parse((await regulars(["products", "export", ...shop, "--json"])).out)).toEqual({
    products: [{ sku: "latte", name: "Latte", price: 17000, productType: "coffee", group: "Coffee" }],
  });
  const free = write("free.yaml", "products:\n  - { sku: a, name: A, price: 0, productType: a, group: A }\n");
  expect(await regulars(["products", "apply", free, ...shop])).toMatchObject({
    code: 1,
    err: expect.stringMatching(/free\.yaml:2: products\.0\.price: /),
  });

  // The program that nobody chose gave way: last year's purchases are judged by the one that was applied.
  const baskets = write(
    "baskets.csv",
    "no;who;when;what;paid\n1;c7;2025-03-01 10:00;coffee;12,50\n2;c7;2025-03-02 10:00;coffee;x\n",
  );
  const map = write(
    "map.yaml",
    "decimal: ','\npurchase: { externalId: no, member: { externalId: who }, occurredAt: when }\nline: { productType: what, amount: paid }\nmembers: { enrol: true }\n",
  );
  const imported = await regulars(["import", "purchases", baskets, ...shop, "--map", map, "--json"]);
  const report = JSON.parse(imported.out);
  expect(report).toMatchObject({
    accepted: 1,
    refused: 1,
    points: 25,
    membersCreated: 1,
    refusedFile: `${baskets}.refused.csv`,
  });

  expect(await regulars(["verify", "--json"])).toMatchObject({
    code: 0,
    out: '{"merchants":1,"differences":[]}',
  });
  const due = await regulars(["run-due", ...shop, "--now", "2026-11-20T08:00:00Z", "--json"]);
  expect(JSON.parse(due.out)).toMatchObject({ released: 0, expired: 0 });

  const undone = await regulars(["import", "undo", report.id]);
  expect(undone).toMatchObject({
    code: 0,
    out: "1 purchase undone and 25 points taken back, 1 member gone.",
  });
  expect((await regulars(["import", "undo", report.id, ...shop])).err).toBe(
    "This import is not one that can be undone.",
  );
});

test("a refusal is one line with the place, and exit code 1", async () => {
  const wrong = write(
    "wrong.yaml",
    "earning:\n  rounding: sideways\n  rules:\n    - key: a\n      name: A\n",
  );
  expect(await regulars(["program", "apply", wrong, ...shop])).toMatchObject({
    code: 1,
    out: "",
    err: `${wrong}:2: earning.rounding: Choose one of: down, nearest, up.\n${wrong}:4: earning.rules.0.effect: This is missing.`,
  });
  expect(await regulars(["program", "apply", join(directory, "none.yaml"), ...shop])).toMatchObject({
    code: 1,
    err: `${join(directory, "none.yaml")} is not there`,
  });
  expect(await regulars(["verify", "--merchant", "nobody"])).toMatchObject({
    code: 1,
    err: "There is no merchant nobody",
  });
  const json = await regulars(["verify", "--merchant", "nobody", "--json"]);
  expect(JSON.parse(json.out)).toEqual({ error: { code: "failed", detail: "There is no merchant nobody" } });
  expect(await regulars(["verify"], { DATABASE_URL: "postgres://u:p@127.0.0.1:1/x" })).toMatchObject({
    code: 1,
    out: "",
  });
  expect((await regulars(["backup", join(directory, "b")])).err).toMatch(
    /^backup is for the embedded database/,
  );
});

test("a command that is called wrongly ends with 2, help with 0", async () => {
  expect(await regulars(["nonsense"])).toMatchObject({ code: 2 });
  expect(await regulars(["import", "purchases", "x.csv"])).toMatchObject({ code: 2 });
  expect(await regulars(["--help"])).toMatchObject({ code: 0, err: "" });
});

test("verify names each difference and ends with 1", async () => {
  const database = openDatabase(url, { max: 1 });
  await database.sql`
    insert into merchant (slug, name, currency, timezone, locale, country)
    values ('bent', 'Bent', 'TRY', 'Europe/Istanbul', 'tr', 'TR')`;
  const [merchant] = await database.sql<{ id: number }[]>`select id from merchant where slug = 'bent'`;
  await database.sql`
    insert into member (merchant_id, id, card_number, enrolled_at, enrolled_via, balance)
    values (${merchant?.id ?? 0}, '01990000-0000-7000-8000-000000000001', '100000000009', now(), 'test', 7)`;
  await database.close();
  const ran = await regulars(["verify", "--merchant", "bent"]);
  expect(ran.code).toBe(1);
  expect(ran.out).toContain("balance = sum of entries: recorded 7, recomputed 0");
});

test("the embedded database starts by itself, is backed up while it is used, and restored", async () => {
  const { dataDir, remove } = throwawayDirectory();
  const env = { DATABASE_URL: "", REGULARS_DATA_DIR: dataDir };
  try {
    const file = join(directory, "copy.backup");
    expect(await regulars(["verify"], env)).toMatchObject({
      code: 0,
      out: "Everything adds up, in 0 shops.",
    });
    const saved = await regulars(["backup", file, "--json"], env);
    expect(JSON.parse(saved.out)).toMatchObject({ file });
    expect((await regulars(["restore", file], env)).out).toMatch(/^Restored what was there at /);
  } finally {
    remove();
  }
});
