import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { testMerchant } from "@/db/testing/test-merchant";
import { verifyLedger } from "@/lib/points/queries/verify-ledger";
import { recordActivity } from "./commands/record-activity";
import { undoActivity } from "./commands/undo-activity";

const database = await testDatabase();
const shop = await testMerchant(database, {
  program: {
    tiers: [
      { key: "friend", name: "Friend", needs: { activities: 3 } },
      { key: "gold", name: "Gold", needs: { points: 1000 } },
    ],
    qualification: { window: { kind: "calendarYear" } },
    activities: [
      { key: "visit", name: "Event visit", points: 0, limits: [{ per: "day", times: 1 }] },
      { key: "review", name: "Review", points: 600 },
    ],
  },
});
const now = new Date("2026-11-20T09:00:00Z");
const owner = { actor: shop.actor, now, database };
let sent = 0;
const record = async (member: string, type: string, day: string) => {
  sent += 1;
  const occurredAt = `${day}T12:00:00+03:00`;
  const input = { externalId: `t${sent}`, member: { id: member }, type, occurredAt };
  return (await recordActivity.execute(owner, input)).activity.id;
};
const tier = async (id: string) => {
  const [row] = await database.sql<{ tier: string | null }[]>`
    select tier from member where merchant_id = ${shop.merchantId} and id = ${id}`;
  return row?.tier;
};
const newMember = async () =>
  (await testMember(database, shop, { enrolledAt: new Date("2025-01-01T09:00:00Z") })).id;

test("the third visit makes a Friend; one above the limit of its day is none", async () => {
  const id = await newMember();
  for (const day of ["2026-02-01", "2026-02-02", "2026-02-02"]) await record(id, "visit", day);
  expect(await tier(id)).toBe(null);
  await record(id, "visit", "2026-02-03");
  expect(await tier(id)).toBe("friend");
});

test("a visit that arrives late counts in its place, and one taken back counts no more", async () => {
  const id = await newMember();
  await record(id, "visit", "2026-03-03");
  const second = await record(id, "visit", "2026-03-02");
  await record(id, "visit", "2026-03-01");
  expect(await tier(id)).toBe("friend");
  await undoActivity.execute(owner, { activity: second, reason: "Was not there" });
  expect(await tier(id)).toBe(null);
});

test("600 and 600 points from reviews reach Gold at 1,000", async () => {
  const id = await newMember();
  await record(id, "review", "2026-04-01");
  expect(await tier(id)).toBe(null);
  await record(id, "review", "2026-04-02");
  expect(await tier(id)).toBe("gold");
});

test("after all of it every balance, lot and day total holds", async () => {
  expect(await verifyLedger.execute({ ...owner, actor: shop.job }, {})).toMatchObject({ differences: [] });
});
