import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { testMerchant } from "@/db/testing/test-merchant";
import { uuidv7 } from "@/lib/kernel/ids";
import { memberStory } from "@/lib/timeline/queries/member-story";
import type { StoryPart } from "@/lib/timeline/schemas";
import { editNote } from "./commands/edit-note";
import { eraseMember } from "./commands/erase-member";
import { mergeMembers } from "./commands/merge-members";
import { removeNote } from "./commands/remove-note";
import { unmergeMembers } from "./commands/unmerge-members";
import { writeNote } from "./commands/write-note";
import { erase } from "./erase";
import { latestNotes } from "./queries/latest-notes";
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
  const seen = { note, was: "Oat milk, always" };
  await expect(editNote.execute(owner, { ...seen, text: "x" })).rejects.toMatchObject({ code: "forbidden" });
  await expect(removeNote.execute(owner, seen)).rejects.toMatchObject({ code: "forbidden" });
  await editNote.execute(cashier, { ...seen, text: "Oat milk, or none" });
  expect(await story(cashier, id, "notes")).toMatchObject([
    { text: "Oat milk, or none", own: true, edited: true },
  ]);
  await removeNote.execute(cashier, { note, was: "Oat milk, or none" });
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

test("of four notes a cashier at the till reads the three newest, and none of another shop's member", async () => {
  const { shop, cashier } = await openShop();
  const { id } = await testMember(database, shop);
  for (const [minute, text] of ["Oat milk", "Sits outside", "Allergic to hazelnuts", "Has a dog"].entries())
    await writeNote.execute(
      { ...cashier, now: new Date(now.getTime() + minute * 60_000) },
      { member: id, text },
    );
  const texts = async (as: As) => (await latestNotes.execute(as, { id })).map(({ text }) => text);
  expect(await texts(cashier)).toEqual(["Has a dog", "Allergic to hazelnuts", "Sits outside"]);
  expect(await texts((await openShop()).cashier)).toEqual([]);
});

test("another shop's member and note are not there; nothing, and 2,001 characters, are refused by the field", async () => {
  const { shop, owner } = await openShop();
  const { id } = await testMember(database, shop);
  const { note } = await writeNote.execute(owner, { member: id, text: "Ours" });
  const stranger = (await openShop()).owner;
  const strange = { code: "not_found" };
  await expect(writeNote.execute(stranger, { member: id, text: "Theirs" })).rejects.toMatchObject(strange);
  const seen = { note, was: "Ours" };
  await expect(editNote.execute(stranger, { ...seen, text: "Theirs" })).rejects.toMatchObject(strange);
  await expect(removeNote.execute(stranger, seen)).rejects.toMatchObject(strange);
  await expect(story(stranger, id, "notes")).rejects.toMatchObject(strange);
  for (const text of ["", "  ", "x".repeat(2001), 7])
    await expect(writeNote.execute(owner, { member: id, text })).rejects.toMatchObject({
      code: "invalid",
      fields: [{ path: "text" }],
    });
});

test("two windows begin from one note: the first changes it, the second neither changes nor removes what it has not seen; of five at once one is done", async () => {
  const { shop, owner } = await openShop();
  const { id } = await testMember(database, shop);
  const { note } = await writeNote.execute(owner, { member: id, text: "Oat milk" });
  const [first, later] = [
    { note, was: "Oat milk" },
    { note, was: "Soy milk" },
  ];
  await editNote.execute(owner, { ...first, text: "Soy milk" });
  const met = { code: "conflict" };
  await expect(editNote.execute(owner, { ...first, text: "Almond milk" })).rejects.toMatchObject(met);
  await expect(removeNote.execute(owner, first)).rejects.toMatchObject(met);
  expect(await story(owner, id, "notes")).toMatchObject([{ text: "Soy milk" }]);
  const all = await Promise.allSettled(
    [1, 2, 3, 4, 5].map((window) => editNote.execute(owner, { ...later, text: `Milk of window ${window}` })),
  );
  expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("a note sent again with its id, in a row or five times at once, is written once; another text or member with that id is refused", async () => {
  const { shop, owner, cashier } = await openShop();
  const [{ id: member }, { id: other }] = [
    await testMember(database, shop),
    await testMember(database, shop),
  ];
  const id = uuidv7();
  const write = (to = member, text = "Oat milk", as = cashier) =>
    writeNote.execute(as, { member: to, text, id });
  const all = await Promise.all(Array.from({ length: 5 }, () => write()));
  expect([...all, await write()]).toEqual(Array(6).fill({ note: id }));
  const used = { code: "duplicate_external_id", fields: [{ path: "id", code: "used" }] };
  await expect(write(member, "Soy milk")).rejects.toMatchObject(used);
  await expect(write(other)).rejects.toMatchObject(used);
  await expect(write(member, "Oat milk", owner)).rejects.toMatchObject(used);
  expect(await story(owner, member, "notes")).toMatchObject([{ text: "Oat milk" }]);
  expect(await story(owner, other, "notes")).toEqual([]);
  const [log] = await database.sql`
    select count(*)::int from audit_event where merchant_id = ${shop.merchantId} and action = 'member.note'`;
  expect(log).toEqual({ count: 1 });
});

test("written while the member is being erased, before or at the same moment, no note outlives them", async () => {
  const { shop, owner } = await openShop();
  const left = async (member: string) =>
    (
      await database.sql`select id from member_note where merchant_id = ${shop.merchantId} and member_id = ${member}`
    ).length;
  for (let round = 0; round < 8; round++) {
    const { id } = await testMember(database, shop);
    const write = () => writeNote.execute(owner, { member: id, text: "Allergic to nuts" });
    const around = [write(), write(), eraseMember.execute(owner, { id }), write(), write()];
    const refusals = (await Promise.allSettled(around)).flatMap((one) =>
      one.status === "rejected" ? [one.reason.code] : [],
    );
    expect(refusals.every((code) => code === "not_found")).toBe(true);
    expect(await left(id)).toBe(0);
  }
  const { id } = await testMember(database, shop);
  let late: Promise<unknown> = Promise.resolve();
  await database.transaction(async (tx) => {
    await erase({ tx, ...owner }, id);
    // It finds the member still there and waits for the erasure, which has removed the notes already.
    late = writeNote.execute(owner, { member: id, text: "Allergic to nuts" });
    late.catch(() => {});
    while ((await blocked(tx)) === 0) await Promise.resolve();
  });
  await expect(late).rejects.toMatchObject({ code: "not_found" });
  expect(await left(id)).toBe(0);
});

/** How many wait for what this transaction holds. */
async function blocked({ sql }: Pick<typeof database, "sql">): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid))`;
  return row?.count ?? 0;
}

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
