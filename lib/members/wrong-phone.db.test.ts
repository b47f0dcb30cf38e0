import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { testMerchant } from "@/db/testing/test-merchant";
import { editMember } from "./commands/edit-member";
import { enrolMember } from "./commands/enrol-member";

const database = await testDatabase();
const now = new Date("2026-11-20T09:00:00Z");

const wrong = { name: "A".repeat(300), phone: "12", email: "a@" };
const allThree = {
  code: "invalid",
  fields: expect.arrayContaining([
    expect.objectContaining({ path: "name" }),
    expect.objectContaining({ path: "email" }),
    expect.objectContaining({ path: "phone", code: "phone" }),
  ]),
};

test("a name of 300 letters, the e-mail a@ and the number 12 are refused together, of somebody new and of a member", async () => {
  const shop = await testMerchant(database);
  const asking = { actor: shop.actor, database, now };
  await expect(enrolMember.execute(asking, wrong)).rejects.toMatchObject(allThree);
  const { id } = await testMember(database, shop);
  await expect(editMember.execute(asking, { id, ...wrong })).rejects.toMatchObject(allThree);
});

test("a number that is one is not named beside a wrong e-mail", async () => {
  const shop = await testMerchant(database);
  const enrolling = enrolMember.execute(
    { actor: shop.actor, database, now },
    { phone: "0532 765 43 21", email: "a@" },
  );
  await expect(enrolling).rejects.toMatchObject({ fields: [{ path: "email" }] });
});
