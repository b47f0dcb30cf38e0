import { beforeAll, expect, test } from "vitest";
import type { Database, Sql } from "@/db/client";
import { manyMembers } from "@/db/testing/many-members";
import { testDatabase } from "@/db/testing/test-database";
import { testMerchant } from "@/db/testing/test-merchant";
import { findMembers } from "@/lib/members/queries/find-members";
import { listSegmentMembers } from "./queries/list-segment-members";
import { listTags } from "./queries/list-tags";
import type { MemberFilter, MemberSort } from "./schemas";

const database = await testDatabase();
const shop = await testMerchant(database);
const now = new Date("2026-03-10T12:00:00+03:00");
const count = 30_000;

beforeAll(() => manyMembers(database, shop.merchantId, count));

interface Work {
  /** Rows that were read one after the other, whatever they were; and rows that an index led to. */
  scanned: number;
  fetched: number;
}

/** What a piece of work made PostgreSQL read of the members, by its own books. */
async function workOf<T>(run: (database: Database) => Promise<T>): Promise<Work & { answer: T }> {
  const reserved = await database.sql.reserve();
  const books = async () => {
    await reserved`select pg_stat_force_next_flush()`;
    const [row] = await reserved<{ scanned: number; fetched: number }[]>`
      select seq_tup_read as scanned, idx_tup_fetch as fetched from pg_stat_user_tables where relname = 'member'`;
    if (!row) throw new Error("no books are kept of the members");
    return row;
  };
  try {
    const before = await books();
    const answer = await run({ ...database, sql: reserved as unknown as Sql });
    const after = await books();
    return { answer, scanned: after.scanned - before.scanned, fetched: after.fetched - before.fetched };
  } finally {
    reserved.release();
  }
}

const list = (filter: MemberFilter, sort: MemberSort = "joined", cursor?: string) =>
  workOf((one) =>
    listSegmentMembers.execute(
      { actor: shop.actor, now, database: one },
      { filter, sort, direction: "descending", ...(cursor ? { cursor } : {}) },
    ),
  );

// A page is 50 rows and a count stops at a thousand: neither may grow with the shop.
const most = 5_000;

test.each<[string, MemberFilter, MemberSort]>([
  ["everybody, newest first", {}, "joined"],
  ["everybody by name", {}, "name"],
  ["everybody by last visit", {}, "visit"],
  ["one in ten, by points", { tier: "gold" }, "balance"],
  ["thirty of thirty thousand, by last visit", { tags: ["rare"] }, "visit"],
  ["one in three, by spend", { tags: ["regular"] }, "spend"],
  ["who spent most, newest first", { spendFrom: 990_000 }, "joined"],
  ["one in two hundred who agree to offers, by points", { marketing: "given" }, "balance"],
  ["all the others, newest first", { marketing: "not-given" }, "joined"],
  ["who was here in the last ten days, by name", { seenWithin: 10 }, "name"],
  ["nobody: points expire", { expiringWithin: 7 }, "joined"],
])(
  "of 30,000 members, %s: no member is read that an index did not lead to, and no more than 5,000",
  async (_, filter, sort) => {
    const { scanned, fetched, answer } = await list(filter, sort);
    expect(scanned).toBe(0);
    expect(fetched).toBeLessThan(most);
    expect(answer.members.length).toBe(Math.min(50, answer.total?.count ?? 0));
  },
);

test("a page in the middle costs what the first does", async () => {
  const first = await list({ tier: "gold" }, "visit");
  const second = await list({ tier: "gold" }, "visit", first.answer.next ?? "");
  expect(second.scanned).toBe(0);
  expect(second.fetched).toBeLessThanOrEqual(first.fetched);
  const shown = new Set(first.answer.members.map(({ id }) => id));
  expect(second.answer.members.filter(({ id }) => shown.has(id))).toEqual([]);
});

test("a letter typed, at the till and at the desk: no more than 1,200 members are read, of 30,000", async () => {
  for (const text of ["a", "şahin", "0500 000 00 42", "person77@example.com", "crm-9"]) {
    const desk = await list({ search: text });
    const till = await workOf((one) =>
      findMembers.execute({ actor: shop.actor, now, database: one }, { search: text }),
    );
    for (const { scanned, fetched } of [desk, till]) {
      expect(scanned, text).toBe(0);
      expect(fetched, text).toBeLessThan(1_200);
    }
  }
  expect((await list({ search: "0500 000 00 42" })).answer.members.map(({ phone }) => phone)).toEqual([
    "+905000000042",
  ]);
});

test("who stays away unusually long is looked for among 20,000, and the page says where it stopped", async () => {
  const { scanned, answer } = await list({ rhythm: "missed", balanceFrom: 1 });
  expect([scanned, answer.members.length, answer.next]).toEqual([0, 0, null]);
  const many = await list({ rhythm: "missed" }, "visit");
  expect(many.fetched).toBeLessThan(45_000);
});

test("the words that members are grouped by are found by skipping from one to the next", async () => {
  const { answer } = await workOf((one) => listTags.execute({ actor: shop.actor, now, database: one }, {}));
  expect(answer).toEqual(["rare", "regular"]);
});
