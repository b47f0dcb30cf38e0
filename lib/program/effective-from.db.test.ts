import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { type TestMerchant, testMerchant } from "@/db/testing/test-merchant";
import { recordPurchase } from "@/lib/earning/commands/record-purchase";
import { Problem } from "@/lib/kernel/problems";
import { createMerchant } from "@/lib/merchants/create-merchant";
import { applyProgram } from "./commands/apply-program";

const database = await testDatabase();
const now = new Date("2026-11-20T09:00:00Z");

const pointsPerLira = (points: number) => ({
  earning: { rules: [{ key: "base", name: "Base", effect: { kind: "rate" as const, points, per: 100 } }] },
});

let bought = 0;
async function earned(actor: TestMerchant["job"], at: string): Promise<number> {
  bought += 1;
  const { award } = await recordPurchase.execute(
    { actor, now, database },
    {
      externalId: `p${bought}`,
      member: { externalId: "ada" },
      occurredAt: at,
      lines: [{ productType: "coffee", amount: 1000 }],
    },
  );
  return award.points;
}

test("the program that a new shop begins with gives way: 10.00 spent last year earn 10 x 3 by the one that was applied first", async () => {
  const { id } = await createMerchant(
    database,
    {
      slug: "gives-way",
      name: "Köşe",
      currency: "TRY",
      timezone: "Europe/Istanbul",
      ownerEmail: "ada@example.com",
      ownerPassword: "a long walk by the sea",
    },
    now,
  );
  const actor: TestMerchant["job"] = { kind: "system", name: "test", merchantId: id, transport: "cli" };
  await testMember(
    database,
    { actor: { ...actor, kind: "staff", accountId: "x", role: "owner" } },
    { externalId: "ada" },
  );
  await applyProgram.execute({ actor, now, database }, { content: pointsPerLira(3) });
  expect(await earned(actor, "2025-03-01T10:00:00Z")).toBe(30);

  // The next one has a predecessor that somebody chose: what happened before it is judged by that.
  await applyProgram.execute({ actor, now, database }, { content: pointsPerLira(5) });
  expect(await earned(actor, "2025-03-01T10:00:00Z")).toBe(30);
  expect(await earned(actor, now.toISOString())).toBe(50);
});

test("a later version can be put in force for earlier purchases, but not before the version it follows", async () => {
  const shop = await testMerchant(database, {
    program: pointsPerLira(1),
    effectiveFrom: new Date("2025-01-01T00:00:00Z"),
  });
  await testMember(database, shop, { externalId: "ada" });
  const apply = (points: number, from: string) =>
    applyProgram.execute({ actor: shop.job, now, database }, { content: pointsPerLira(points), from });
  expect(await apply(2, "2025-06-01T00:00:00Z")).toEqual({ version: 2, changed: true });
  expect(await earned(shop.job, "2025-03-01T10:00:00Z")).toBe(10);
  expect(await earned(shop.job, "2025-07-01T10:00:00Z")).toBe(20);
  expect(await apply(2, "2025-06-01T00:00:00Z")).toEqual({ version: 2, changed: false });
  const refused: unknown = await apply(4, "2025-05-01T00:00:00Z").catch((error) => error);
  expect(refused instanceof Problem && refused.fields).toMatchObject([
    { path: "from", code: "program.from_before" },
  ]);
});

test("a program that would come into force tomorrow is refused by its field: one published meanwhile would give way to it", async () => {
  const { actor } = await testMerchant(database);
  const from = new Date(now.getTime() + 86_400_000).toISOString();
  await expect(
    applyProgram.execute({ actor, now, database }, { content: pointsPerLira(3), from }),
  ).rejects.toMatchObject({ fields: [{ path: "from", code: "in_future" }] });
});
