import { expect, test } from "vitest";
import { faultsIn } from "./rules";

test.each([
  ["lib/members/enrol.ts", "const url = process.env.DATABASE_URL;"],
  ["components/ui/button.tsx", "process.env.NODE_ENV"],
  ["lib/members/enrol.ts", "await sql`update lot set remaining = 0`"],
  ["lib/earning/record-purchases.ts", 'insert into "ledger_entry" (merchant_id)'],
  ["lib/rewards/commands/redeem.ts", "select post_ledger(1, p)"],
  ["lib/members/queries/get-member.ts", "select id from api_key where merchant_id = 1"],
  ["components/ui/tabs.tsx", 'import Link from "next/link";'],
  ["cli/web.mjs", 'const dir = new URL("..", import.meta.url).pathname;'],
  ["lib/points/domain/settle.ts", "const now = new Date();"],
  ["lib/points/commands/run-due.ts", "const now = Date.now();"],
  ["lib/points/domain/settle.test.ts", "test.skip('later', () => {});"],
  ["e2e/staff/till.spec.ts", "await page.waitForTimeout(500);"],
])("%s may not say: %s", (file, line) => {
  expect(faultsIn(file, `// first\n${line}\n`)).toHaveLength(1);
  expect(faultsIn(file, `// first\n${line}\n`)[0]).toMatch(`${file}:2: `);
});

test.each([
  ["lib/kernel/env.ts", "read ??= parseEnv(process.env);"],
  ["lib/points/posting.ts", "select post_ledger(1, p)"],
  ["lib/points/queries/list-lots.ts", "select no from lot where merchant_id = 1 for update"],
  ["lib/access/api-key.ts", "select id from api_key where merchant_id = 1"],
  ["cli/web.mjs", 'const dir = fileURLToPath(new URL("..", import.meta.url));'],
  ["lib/points/domain/settle.ts", "new Date(now.getTime() + 1)"],
  ["components/ui/link.tsx", 'import NextLink from "next/link";'],
  ["lib/kernel/clock.ts", "export const systemNow = () => new Date();"],
  ["lib/earning/domain/lot.ts", "slot update"],
])("%s may say: %s", (file, line) => {
  expect(faultsIn(file, line)).toEqual([]);
});

test("300 lines are a file, 301 are two", () => {
  expect(faultsIn("lib/points/posting.ts", "x\n".repeat(300))).toEqual([]);
  expect(faultsIn("lib/points/posting.ts", "x\n".repeat(301))).toHaveLength(1);
});
