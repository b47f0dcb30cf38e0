import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { testMerchant } from "@/db/testing/test-merchant";
import { editMember } from "@/lib/members/commands/edit-member";
import { listAudit } from "./list-audit";

const database = await testDatabase();
const now = new Date("2026-11-20T10:00:00Z");

test("the log names who and whom, narrows down to a kind of action or a person, and goes on where the page ended", async () => {
  const shop = await testMerchant(database);
  const manager = await shop.staff("manager");
  const asking = { actor: shop.actor, database, now };
  for (let number = 1; number <= 55; number += 1)
    await testMember(database, shop, { name: `Member ${number}` });
  const { id } = await testMember(database, shop, { name: "Elif" });
  await editMember.execute({ ...asking, actor: manager }, { id, name: "Elif Yıldırım" });

  const first = await listAudit.execute(asking, {});
  expect(first.entries).toHaveLength(50);
  expect(first.entries[0]).toMatchObject({
    action: "member.edit",
    actorName: "manager",
    subjectName: "Elif Yıldırım",
    before: { name: "Elif" },
    after: { name: "Elif Yıldırım" },
  });
  const second = await listAudit.execute(asking, { before: first.next ?? "" });
  expect(second).toMatchObject({ next: null, looked: null });
  expect(second.entries).toHaveLength(7);

  const edits = await listAudit.execute(asking, { action: "member.edit" });
  expect(edits.entries).toHaveLength(1);
  const byManager = await listAudit.execute(asking, { actor: `staff:${manager.accountId}` });
  expect(byManager.entries.map((entry) => entry.action)).toEqual(["member.edit"]);
  expect((await listAudit.execute(asking, { action: "purchase" })).entries).toEqual([]);
});

test("another shop's entries are not in it, and a manager may not read it", async () => {
  const shop = await testMerchant(database);
  const asking = { actor: shop.actor, database, now };
  expect((await listAudit.execute(asking, {})).entries).toEqual([]);
  const manager = await shop.staff("manager");
  await expect(listAudit.execute({ ...asking, actor: manager }, {})).rejects.toMatchObject({
    code: "forbidden",
  });
});
