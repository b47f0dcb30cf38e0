import { expect, test } from "vitest";
import { manyMembers } from "@/db/testing/many-members";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { type TestMerchant, testMerchant } from "@/db/testing/test-merchant";
import type { Actor } from "@/lib/access/actor";
import { eraseMember } from "./commands/erase-member";
import { mergeMembers } from "./commands/merge-members";
import { tellApart } from "./commands/tell-apart";
import { similarMembers } from "./queries/similar-members";
import { similarPairs } from "./queries/similar-pairs";

const database = await testDatabase();
const now = new Date("2026-11-20T09:00:00Z");
const as = (actor: Actor) => ({ actor, now, database });

async function openShop() {
  const shop = await testMerchant(database);
  const enrol = async (name: string, known: object) =>
    (await testMember(database, shop, { name, ...known })).id;
  return { shop, enrol };
}

/** Every pair as its names, with what they have alike, page by page. */
async function allPairs({ actor }: Pick<TestMerchant, "actor">, limit = 20) {
  const found: string[] = [];
  for (let cursor: string | undefined, page = 0; page < 200; page += 1) {
    const { pairs, next } = await similarPairs.execute(as(actor), { limit, cursor });
    found.push(
      ...pairs.map(
        ({ one, other, alike }) => `${[one.name, other.name].sort().join(" ")}: ${alike.join(" ")}`,
      ),
    );
    if (next === null) return found;
    cursor = next;
  }
  throw new Error("it never ends");
}

test("the same mailbox, the same subscriber, the same name and birthday: three pairs, each once, whatever the page; others are none", async () => {
  const { shop, enrol } = await openShop();
  await enrol("Ada", { email: "ada.lovelace@example.com", phone: "+905321234567" });
  await enrol("Bea", { email: "adalovelace+kahve@example.com" });
  await enrol("Cem", { phone: "+90 532 999 88 77" });
  await enrol("Dee", { phone: "+49 532 999 88 77" });
  await enrol("Eve", { birthday: "1990-01-31" });
  await enrol("EVE", { birthday: "1990-01-31", email: "eve@example.com" });
  await enrol("Eve", { birthday: "1990-02-01" });
  await enrol("Fay", {});
  const all = ["Ada Bea: email", "Cem Dee: phone", "EVE Eve: birthday"];
  expect(await allPairs(shop)).toEqual(all);
  expect(await allPairs(shop, 1)).toEqual(all);
});

test("two who have mailbox and birthday alike are one pair with both reasons; three of one birthday are three pairs", async () => {
  const { shop, enrol } = await openShop();
  await enrol("Gül", { birthday: "1980-05-05", email: "gul@example.com" });
  await enrol("Gul", { birthday: "1980-05-05", email: "g.ul@example.com" });
  await enrol("GÜL", { birthday: "1980-05-05" });
  expect((await allPairs(shop, 1)).sort()).toEqual([
    "Gul GÜL: birthday",
    "Gul Gül: email birthday",
    "GÜL Gül: birthday",
  ]);
});

test("told apart, by two at once and in either order, they are gone from the shop's list and from their own; taken back they are there again", async () => {
  const { shop, enrol } = await openShop();
  const one = await enrol("Ada", { email: "ada@example.com" });
  const other = await enrol("Bea", { email: "a.da@example.com" });
  const manager = as(await shop.staff("manager"));
  await Promise.all([
    tellApart.execute(manager, { one, other }),
    tellApart.execute(manager, { one: other, other: one }),
  ]);
  expect(await allPairs(shop)).toEqual([]);
  expect(await similarMembers.execute(manager, { id: other })).toEqual([]);
  await tellApart.execute(manager, { one, other, apart: false });
  await tellApart.execute(manager, { one, other, apart: false });
  expect(await allPairs(shop)).toEqual(["Ada Bea: email"]);
  const said = await database.sql`
    select action, count(*)::int as times from audit_event
    where merchant_id = ${shop.merchantId} and action like 'member.tell-apart%' group by 1 order by 1`;
  expect(said).toEqual([
    { action: "member.tell-apart", times: 2 },
    { action: "member.tell-apart-undo", times: 2 },
  ]);
});

test("who was merged or erased is in no pair, and what was said of the erased is forgotten", async () => {
  const { shop, enrol } = await openShop();
  const owner = as(shop.actor);
  const one = await enrol("Ada", { email: "ada@example.com" });
  const other = await enrol("Bea", { email: "a.da@example.com" });
  const third = await enrol("Cem", { email: "a.d.a@example.com" });
  await tellApart.execute(owner, { one, other: third });
  await mergeMembers.execute(owner, { id: one, other: { id: other } });
  expect(await allPairs(shop)).toEqual([]);
  await eraseMember.execute(owner, { id: third });
  expect(await database.sql`select from member_apart where merchant_id = ${shop.merchantId}`).toHaveLength(0);
  await expect(tellApart.execute(owner, { one, other: third })).rejects.toMatchObject({ code: "not_found" });
});

test("a cashier sees and says nothing, another shop's member is not there, one is not told apart from oneself, a made-up cursor is refused", async () => {
  const { shop, enrol } = await openShop();
  const [one, other] = [await enrol("Ada", {}), await enrol("Bea", {})];
  const cashier = as(await shop.staff("cashier"));
  await expect(similarPairs.execute(cashier, {})).rejects.toMatchObject({ code: "forbidden" });
  await expect(tellApart.execute(cashier, { one, other })).rejects.toMatchObject({ code: "forbidden" });
  const stranger = as((await testMerchant(database)).actor);
  await expect(tellApart.execute(stranger, { one, other })).rejects.toMatchObject({ code: "not_found" });
  const owner = as(shop.actor);
  await expect(tellApart.execute(owner, { one, other: one })).rejects.toMatchObject({
    fields: [{ path: "other" }],
  });
  await expect(tellApart.execute(owner, { one: "x", other })).rejects.toMatchObject({
    fields: [{ path: "one" }],
  });
  for (const cursor of ["x", Buffer.from("pairs:{}").toString("base64url")])
    await expect(similarPairs.execute(owner, { cursor })).rejects.toMatchObject({
      fields: [{ path: "cursor" }],
    });
});

test("in a shop of 30,000 with one pair each page looks through no more than 10,000, and the pair is found", async () => {
  const { shop, enrol } = await openShop();
  await manyMembers(database, shop.merchantId, 30_000);
  await enrol("Ada", { phone: "+90 500 000 00 42", email: "ada@example.com" }).catch(() => null);
  await enrol("Bea", { phone: "+49 500 000 00 42", email: "bea@example.com" });
  let pages = 0;
  const found: string[] = [];
  for (let cursor: string | undefined; pages < 50; ) {
    const { pairs, next } = await similarPairs.execute(as(shop.actor), { cursor });
    pages += 1;
    found.push(...pairs.flatMap(({ alike }) => alike));
    if (next === null) break;
    cursor = next;
  }
  // Three indexes of 30,000, ten thousand at a time; the last key of each is looked at again.
  expect(pages).toBeGreaterThanOrEqual(9);
  expect(pages).toBeLessThanOrEqual(13);
  expect(found.filter((how) => how === "phone").length).toBe(1);
});
