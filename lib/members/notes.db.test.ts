import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { testMerchant } from "@/db/testing/test-merchant";
import { memberStory } from "@/lib/timeline/queries/member-story";
import type { StoryPart } from "@/lib/timeline/schemas";
import { editNote } from "./commands/edit-note";
import { mergeMembers } from "./commands/merge-members";
import { removeNote } from "./commands/remove-note";
import { unmergeMembers } from "./commands/unmerge-members";
import { writeNote } from "./commands/write-note";
import { similarMembers } from "./queries/similar-members";

const database = await testDatabase();
const now = new Date("2026-11-20T09:00:00Z");

async function openShop() {
  const shop = await testMerchant(database);
  const [owner, cashier] = [await shop.staff("owner"), await shop.staff("cashier")];
  const as = (actor: typeof owner) => ({ actor, now, database });
  return { shop, owner: as(owner), cashier: as(cashier) };
}

type As = Parameters<typeof memberStory.execute>[0];
const story = async (as: As, id: string, part: StoryPart) =>
  (await memberStory.execute(as, { id, part, locale: "en" })).rows;

test("a cashier notes something, the owner reads it; each changes and removes their own only, and the audit log keeps what was said", async () => {
  const { shop, owner, cashier } = await openShop();
  const { id } = await testMember(database, shop);
  const { note } = await writeNote.execute(cashier, { member: id, text: "Oat milk, always" });
  expect(await story(owner, id, "notes")).toMatchObject([{ text: "Oat milk, always", own: false }]);
  await expect(editNote.execute(owner, { note, text: "x" })).rejects.toMatchObject({ code: "forbidden" });
  await expect(removeNote.execute(owner, { note })).rejects.toMatchObject({ code: "forbidden" });
  await editNote.execute(cashier, { note, text: "Oat milk, or none" });
  expect(await story(cashier, id, "notes")).toMatchObject([
    { text: "Oat milk, or none", own: true, edited: true },
  ]);
  await removeNote.execute(cashier, { note });
  expect(await story(owner, id, "notes")).toEqual([]);
  const said = await database.sql`
    select action, before->>'text' as before, after->>'text' as after from audit_event
    where merchant_id = ${shop.merchantId} and subject = ${`member:${id}`} and action <> 'member.enrol' order by id`;
  expect(said).toEqual([
    { action: "member.note", before: null, after: "Oat milk, always" },
    { action: "member.edit-note", before: "Oat milk, always", after: "Oat milk, or none" },
    { action: "member.remove-note", before: "Oat milk, or none", after: null },
  ]);
});

test("another shop's member and note are not there; nothing, and 2,001 characters, are refused by the field", async () => {
  const { shop, owner } = await openShop();
  const { id } = await testMember(database, shop);
  const { note } = await writeNote.execute(owner, { member: id, text: "Ours" });
  const stranger = (await openShop()).owner;
  const strange = { code: "not_found" };
  await expect(writeNote.execute(stranger, { member: id, text: "Theirs" })).rejects.toMatchObject(strange);
  await expect(editNote.execute(stranger, { note, text: "Theirs" })).rejects.toMatchObject(strange);
  await expect(removeNote.execute(stranger, { note })).rejects.toMatchObject(strange);
  await expect(story(stranger, id, "notes")).rejects.toMatchObject(strange);
  for (const text of ["", "  ", "x".repeat(2001), 7])
    await expect(writeNote.execute(owner, { member: id, text })).rejects.toMatchObject({
      code: "invalid",
      fields: [{ path: "text" }],
    });
});

test("the same mailbox with a dot and a plus, the same number, the same name and birthday: three may be one person, a fourth is not", async () => {
  const { shop, owner } = await openShop();
  const elif = await testMember(database, shop, {
    name: "Elif Şahin",
    email: "elif.sahin@example.com",
    phone: "+905321234567",
    birthday: "1990-01-31",
  });
  const mail = await testMember(database, shop, { name: "E. S.", email: "elifsahin+kahve@example.com" });
  const born = await testMember(database, shop, { name: "ELİF ŞAHİN", birthday: "1990-01-31" });
  await testMember(database, shop, { name: "Elif Şahin", birthday: "1990-02-01" });
  const similar = await similarMembers.execute(owner, { id: elif.id });
  expect(similar.map(({ id, alike }) => [id, alike])).toEqual([
    [mail.id, ["email"]],
    [born.id, ["birthday"]],
  ]);
  const { merge } = await mergeMembers.execute(owner, { id: elif.id, other: { id: mail.id } });
  expect(await similarMembers.execute(owner, { id: elif.id })).toHaveLength(1);
  expect(await story(owner, elif.id, "merges")).toMatchObject([
    { kind: "merge", id: merge.id, card: mail.card, parted: false },
  ]);
  await unmergeMembers.execute(owner, { id: elif.id, merge: merge.id });
  expect(await story(owner, elif.id, "merges")).toMatchObject([
    { kind: "parting", card: mail.card },
    { kind: "merge", parted: true },
  ]);
  expect(await similarMembers.execute(owner, { id: elif.id })).toHaveLength(2);
});
