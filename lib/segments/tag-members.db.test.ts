import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { testMerchant } from "@/db/testing/test-merchant";
import type { Actor } from "@/lib/access/actor";
import { getMember } from "@/lib/members/queries/get-member";
import { tagMembers } from "./commands/tag-members";

const database = await testDatabase();
const now = new Date("2026-11-20T09:00:00Z");
const as = (actor: Actor) => ({ actor, now, database });

async function openShop() {
  const shop = await testMerchant(database);
  const { id } = await testMember(database, shop, { tags: ["early"] });
  const tags = async () => (await getMember.execute(as(shop.actor), { id })).tags;
  const found = async () =>
    (
      await database.sql<{ tag: string }[]>`
        select tag from member_tag where merchant_id = ${shop.merchantId} and member_id = ${id} order by tag`
    ).map(({ tag }) => tag);
  return { shop, id, tags, found };
}

test("a tag put on twice, also by two at once, is on once; taken off it is gone from the list that members are found by", async () => {
  const { shop, id, tags, found } = await openShop();
  const manager = as(await shop.staff("manager"));
  const put = () => tagMembers.execute(manager, { members: [id], tag: "oat milk" });
  const [one, other] = await Promise.all([put(), put()]);
  expect(one.tagged.length + other.tagged.length).toBe(1);
  expect(await put()).toEqual({ tagged: [] });
  expect([await tags(), await found()]).toEqual([
    ["early", "oat milk"],
    ["early", "oat milk"],
  ]);
  await tagMembers.execute(manager, { members: [id], tag: "early", off: true });
  expect([await tags(), await found()]).toEqual([["oat milk"], ["oat milk"]]);
});

test("a cashier changes none, another shop's member is not there, an empty word is refused by its field, and so is a fifty-first", async () => {
  const { shop, id, tags } = await openShop();
  const tag = { members: [id], tag: "oat milk" };
  const cashier = as(await shop.staff("cashier"));
  await expect(tagMembers.execute(cashier, tag)).rejects.toMatchObject({ code: "forbidden" });
  await expect(tagMembers.execute(as((await testMerchant(database)).actor), tag)).rejects.toMatchObject({
    code: "member_not_found",
  });
  for (const word of ["", "  ", "x".repeat(61)])
    await expect(tagMembers.execute(as(shop.actor), { ...tag, tag: word })).rejects.toMatchObject({
      fields: [{ path: "tag" }],
    });
  for (let n = 2; n <= 50; n += 1)
    await tagMembers.execute(as(shop.actor), { members: [id], tag: `word ${n}` });
  await expect(tagMembers.execute(as(shop.actor), tag)).rejects.toMatchObject({ fields: [{ path: "tag" }] });
  expect(await tags()).toHaveLength(50);
});
