import { expect, test } from "vitest";
import { importShop, mapping, now, onePerLira } from "@/db/testing/import-shop";
import { testDatabase } from "@/db/testing/test-database";
import type { TestMerchant } from "@/db/testing/test-merchant";
import { recordPurchase } from "@/lib/earning/commands/record-purchase";
import { refundPurchase } from "@/lib/earning/commands/refund-purchase";
import type { Problem } from "@/lib/kernel/problems";
import { spendPoints } from "@/lib/points/commands/spend-points";
import { importMembers } from "./commands/import-members";
import { undoImport } from "./commands/undo-import";

const database = await testDatabase();
const { file, shop, context, importRows, state, differences } = importShop(database);

test("case 31: two purchases of 12.40 and 7.60 earn 12 + 7; imported again nothing changes; undone everything is as before, and importing works again", async () => {
  const merchant = await shop();
  const before = await state(merchant);
  const rows = ["b1,ada,2026-03-01 10:00,coffee,12.40", "b2,bob,2026-03-02 11:00,coffee,7.60"];
  const first = await importRows(merchant, rows);
  expect(first).toMatchObject({ accepted: 2, repeated: 0, refused: 0, membersCreated: 2, points: 19 });
  const after = await state(merchant);
  expect(await importRows(merchant, rows)).toMatchObject({
    accepted: 0,
    repeated: 2,
    membersCreated: 0,
    points: 0,
  });
  expect(await state(merchant)).toEqual(after);

  expect(await undoImport(context(merchant), { id: first.id ?? "" })).toMatchObject({
    purchases: 2,
    members: 2,
    points: 19,
    kept: 0,
  });
  expect(await state(merchant)).toEqual(before);
  expect(await differences(merchant)).toEqual([]);
  expect(await importRows(merchant, rows)).toMatchObject({ accepted: 2, membersCreated: 2, points: 19 });
  expect(await state(merchant)).toEqual(after);
  expect(await differences(merchant)).toEqual([]);
});

test("case 31: nobody is written to, neither by import nor by undo", async () => {
  const merchant = await shop();
  const mail = { purchase: { ...mapping.purchase, member: { email: "customer" } } };
  const { id } = await importRows(merchant, ["m1,ada@example.com,2026-03-01 10:00,coffee,5"], mail);
  await undoImport(context(merchant), { id: id ?? "" });
  const queued = await database.sql`select id from outbox where merchant_id = ${merchant.merchantId}`;
  expect(queued).toEqual([]);
});

test("30 of 100 imported points were spent: undone, the member owes 30; imported again, the debt is paid and 70 remain", async () => {
  const merchant = await shop();
  const rows = ["p1,ada,2026-03-01 10:00,coffee,100"];
  const { id } = await importRows(merchant, rows);
  await spendPoints.execute(context(merchant), {
    member: { externalId: "ada" },
    points: 30,
    reference: "till",
  });
  expect(await undoImport(context(merchant), { id: id ?? "" })).toMatchObject({ purchases: 1, members: 0 });
  expect((await state(merchant)).members).toMatchObject([
    { balance: -30, debt: 30, purchase_count: 0, first_purchase_at: null },
  ]);
  expect(await differences(merchant)).toEqual([]);
  await importRows(merchant, rows);
  expect((await state(merchant)).members).toMatchObject([{ balance: 70, debt: 0 }]);
  expect(await differences(merchant)).toEqual([]);
});

test("30 of 100 were spent under write-off: undone, the balance is 0 and the 30 are a loss", async () => {
  const merchant = await shop({ ...onePerLira, refunds: { policy: "writeOff" } });
  const { id } = await importRows(merchant, ["w1,ada,2026-03-01 10:00,coffee,100"]);
  await spendPoints.execute(context(merchant), {
    member: { externalId: "ada" },
    points: 30,
    reference: "till",
  });
  await undoImport(context(merchant), { id: id ?? "" });
  expect((await state(merchant)).members).toMatchObject([{ balance: 0, debt: 0 }]);
  const [loss] = await database.sql`
    select points from ledger_entry where merchant_id = ${merchant.merchantId} and kind = 'write-off'`;
  expect(loss).toEqual({ points: 30 });
  expect(await differences(merchant)).toEqual([]);
});

test("points that expired long before the import expire in it; undone, the days of earning and of expiry are as before", async () => {
  const merchant = await shop({ ...onePerLira, expiry: { kind: "after", months: 1 } });
  const before = await state(merchant);
  const { id } = await importRows(merchant, [
    "x1,ada,2025-01-10 10:00,coffee,40",
    "x2,ada,2026-11-15 10:00,coffee,15",
  ]);
  expect((await state(merchant)).members).toMatchObject([{ balance: 15 }]);
  await undoImport(context(merchant), { id: id ?? "" });
  expect(await state(merchant)).toEqual(before);
  expect(await differences(merchant)).toEqual([]);
});

test("a cap of 100 a day and a budget of 150: 80 + 80 import as 80 + 20 and use 100 of the budget; undone, cap and budget are unused", async () => {
  const merchant = await shop({
    earning: {
      caps: [{ per: "day", points: 100 }],
      rules: [{ key: "base", name: "Base", effect: { kind: "rate", points: 1, per: 100 }, budget: 150 }],
    },
  });
  const before = await state(merchant);
  const { id, points } = await importRows(merchant, [
    "c1,ada,2026-03-01 10:00,coffee,80",
    "c2,ada,2026-03-01 12:00,coffee,80",
  ]);
  expect(points).toBe(100);
  await undoImport(context(merchant), { id: id ?? "" });
  expect(await state(merchant)).toEqual(before);
  expect(await differences(merchant)).toEqual([]);
});

test("a purchase that was refunded since stays when the import is undone, and so does its member", async () => {
  const merchant = await shop();
  const { id } = await importRows(merchant, [
    "k1,ada,2026-03-01 10:00,coffee,10",
    "k2,ada,2026-03-02 10:00,coffee,20",
  ]);
  const [kept] = await database.sql<{ id: string }[]>`
    select id from purchase where merchant_id = ${merchant.merchantId} and external_id = 'k1'`;
  await refundPurchase.execute(context(merchant), { purchase: kept?.id, externalId: "back", amount: 400 });
  expect(await undoImport(context(merchant), { id: id ?? "" })).toMatchObject({
    purchases: 1,
    kept: 1,
    members: 0,
  });
  expect((await state(merchant)).members).toMatchObject([{ balance: 6, purchase_count: 1, spend: 600 }]);
  expect(await differences(merchant)).toEqual([]);
});

test("a member who bought at the till meanwhile stays, with what they earned there", async () => {
  const merchant = await shop();
  const { id } = await importRows(merchant, ["o1,ada,2026-03-01 10:00,coffee,10"]);
  await recordPurchase.execute(context(merchant), {
    externalId: "till-1",
    member: { externalId: "ada" },
    occurredAt: now.toISOString(),
    lines: [{ productType: "coffee", amount: 500 }],
  });
  expect(await undoImport(context(merchant), { id: id ?? "" })).toMatchObject({ purchases: 1, members: 0 });
  expect((await state(merchant)).members).toMatchObject([{ balance: 5, purchase_count: 1, spend: 500 }]);
  expect(await differences(merchant)).toEqual([]);
});

test("an import that was undone, another shop's and one that never was cannot be undone", async () => {
  const [merchant, other] = [await shop(), await shop()];
  const { id } = await importRows(merchant, ["u1,ada,2026-03-01 10:00,coffee,10"]);
  const refusal = (who: TestMerchant, what: string) =>
    undoImport(context(who), { id: what }).then(
      () => "was undone",
      (error: Problem) => error.code,
    );
  expect(await refusal(other, id ?? "")).toBe("not_found");
  expect(await refusal(merchant, "nonsense")).toBe("not_found");
  await undoImport(context(merchant), { id: id ?? "" });
  expect(await refusal(merchant, id ?? "")).toBe("import_not_undoable");
});

test("case 31: 2,000 points that expire tomorrow, of members who came by file with their addresses: still nobody is written to", async () => {
  const merchant = await shop({ ...onePerLira, expiry: { kind: "after", months: 1 } });
  const people = ["no,mail", "ada,ada@example.com", "bob,bob@example.com"];
  await importMembers(context(merchant), {
    file: file(people.join("\n")),
    mapping: { member: { externalId: "no", email: "mail" } },
  });
  // One expired long ago, the other is within every step of the warnings.
  const rows = ["e1,ada,2025-01-01 10:00,coffee,1000", "e2,bob,2026-10-21 10:00,coffee,2000"];
  expect(await importRows(merchant, rows)).toMatchObject({ accepted: 2, membersCreated: 0 });
  expect((await state(merchant)).members).toMatchObject([{ balance: 0 }, { balance: 2000 }]);
  const queued = await database.sql`select id from outbox where merchant_id = ${merchant.merchantId}`;
  expect(queued).toEqual([]);
});

test("begun, done and taken back: each of the three entries of the audit log names the file", async () => {
  const merchant = await shop();
  const { id } = await importRows(merchant, ["n1,ada,2026-03-01 10:00,coffee,5"]);
  await undoImport(context(merchant), { id: id ?? "" });
  const entries = await database.sql`
    select action, after->>'file' as file from audit_event
    where merchant_id = ${merchant.merchantId} and subject = ${`import:${id}`} order by id`;
  const name = expect.stringMatching(/\.csv$/);
  expect(entries).toEqual([
    { action: "import.start", file: name },
    { action: "import.done", file: name },
    { action: "import.undo", file: name },
  ]);
});
