import { afterAll, expect, it } from "vitest";
import { type Database, openDatabase } from "@/db/client";
import { freshDatabase } from "@/db/testing/test-database";
import type { StaffActor } from "@/lib/access/actor";
import { hashPassword } from "@/lib/access/password";
import { forgetBasket } from "@/lib/earning/commands/forget-basket";
import { eraseMember } from "@/lib/members/commands/erase-member";
import { applyProgram } from "@/lib/program/commands/apply-program";
import { seedDemo } from "./demo";

const { url, drop } = await freshDatabase();
const database = openDatabase(url, { max: 2, name: "demo-test" });
afterAll(async () => {
  await database.close();
  await drop();
});

const first = new Date("2026-11-20T18:00:00Z");
const fourDaysLater = new Date("2026-11-24T18:00:00Z");

it("whose owner has made it their own: four days later it has four more days, and all that the owner took away stays away", async () => {
  const { signIns } = await seedDemo(url, first);
  expect(signIns.map(({ role, email, password }) => [role, email, password])).toEqual([
    ["customer", "elif@example.com", undefined],
    ["cashier", "ece@example.com", "bir fincan kahve"],
    ["owner", "deniz@example.com", "bir fincan kahve"],
  ]);
  const owner = await ownerOf(database);
  const before = await counts(database);
  expect(before.activities).toBeGreaterThan(50);
  const as = { actor: owner, database, now: first };

  // No activities, one product type, no rewards; a regular is erased, the baskets are gone, the owner is somebody else.
  await applyProgram.execute(as, {
    content: {
      productTypes: [{ key: "coffee", name: "Coffee" }],
      earning: {
        rules: [{ key: "all", name: "Everything", effect: { kind: "rate", points: 1, per: 1000 } }],
      },
    },
    note: "Simpler",
  });
  const [regular] = await database.sql<{ id: string }[]>`
    select id from member where external_id = 'R-1003' and status = 'active'`;
  await eraseMember.execute(as, { id: regular?.id ?? "" });
  for (const { id } of await database.sql<{ id: string }[]>`select id from kept_basket`)
    await forgetBasket.execute(as, { id });
  await database.sql`
    update account set email = 'new@example.com', password_hash = ${await hashPassword("another one")}
    where id = ${owner.accountId}`;

  const again = await seedDemo(url, fourDaysLater);
  expect(again.signIns.find(({ role }) => role === "owner")).toMatchObject({ email: "new@example.com" });
  expect(again.signIns.find(({ role }) => role === "owner")?.password).toBeUndefined();
  const after = await counts(database);
  expect(after.lastDay).toBe("2026-11-24");
  expect(after.purchases).toBeGreaterThan(before.purchases + 4);
  expect(after).toMatchObject({ activitiesSince: 0, baskets: 0, versions: before.versions + 1 });

  const afterYears = new Date("2027-11-24T18:00:00Z");
  await seedDemo(url, afterYears);
  expect(await counts(database)).toMatchObject({ lastDay: "2027-11-24", versions: before.versions + 1 });
});

async function ownerOf({ sql }: Database): Promise<StaffActor> {
  const [row] = await sql<{ merchantId: number; accountId: string }[]>`
    select merchant_id::int as "merchantId", account_id as "accountId" from staff where role = 'owner'`;
  if (!row) throw new Error("no owner");
  return { kind: "staff", ...row, role: "owner", transport: "web" };
}

async function counts({ sql }: Database) {
  const [row] = await sql<
    {
      purchases: number;
      activities: number;
      activitiesSince: number;
      baskets: number;
      versions: number;
      lastDay: string;
    }[]
  >`
    select (select count(*)::int from purchase) as purchases, (select count(*)::int from activity) as activities,
      (select count(*)::int from activity where occurred_at >= '2026-11-21') as "activitiesSince",
      (select count(*)::int from kept_basket) as baskets, (select count(*)::int from program_version) as versions,
      (select max(day)::text from purchase where channel = 'store') as "lastDay"`;
  if (!row) throw new Error("no counts");
  return row;
}
