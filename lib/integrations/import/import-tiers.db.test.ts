import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { testMerchant } from "@/db/testing/test-merchant";
import { importMembers } from "./commands/import-members";

const database = await testDatabase();
const directory = mkdtempSync(join(tmpdir(), "import-tiers-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

test("of three rows, one names Gold, which is there, and one Platinum, which is not: two are members, the third is refused by its field", async () => {
  const { actor, merchantId } = await testMerchant(database, {
    program: { tiers: [{ key: "gold", name: "Gold", needs: { visits: 10 } }] },
  });
  const file = join(directory, "members.csv");
  writeFileSync(file, "id,tier\nada,gold\nbora,platinum\ncan,\n");
  const report = await importMembers(
    { actor, now: new Date("2026-11-20T09:00:00Z"), database },
    { file, mapping: { member: { externalId: "id", tier: "tier" } } },
  );
  expect(report).toMatchObject({ rows: 3, accepted: 2, refused: 1 });
  expect(readFileSync(report.refusedFile ?? "", "utf8")).toContain(
    "3,tier,No tier has this key.,bora,platinum",
  );
  const members = await database.sql`
    select external_id, tier from member where merchant_id = ${merchantId} order by external_id`;
  expect(members).toEqual([
    { external_id: "ada", tier: "gold" },
    { external_id: "can", tier: null },
  ]);
});
