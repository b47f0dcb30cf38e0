import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { lastMail } from "@/db/testing/kept-mail";
import { testDatabase } from "@/db/testing/test-database";
import { testMerchant } from "@/db/testing/test-merchant";
import { setPassword } from "@/lib/access/commands/set-password";
import { signInWithPassword } from "@/lib/access/commands/sign-in-with-password";
import { hashPassword } from "@/lib/access/password";
import { listTeam } from "../queries/list-team";
import { changeRole } from "./change-role";
import { inviteStaff } from "./invite-staff";
import { removeStaff } from "./remove-staff";
import { resendInvitation } from "./resend-invitation";

const database = await testDatabase();
const now = new Date("2026-11-22T09:00:00Z");
const later = new Date("2026-11-24T09:00:00Z");
const somebody = () => `${randomUUID()}@example.com`;
const password = "cezve-fincan-42";

async function open() {
  const shop = await testMerchant(database);
  const as = { actor: shop.actor, now, database };
  return { ...shop, as };
}

describe("an invitation", () => {
  test("brings a link; the password set with it signs in, and the role counts at once", async () => {
    const { as, merchantId } = await open();
    const email = somebody();
    const { accountId } = await inviteStaff.execute(as, { email, name: "Ece", role: "cashier" });
    expect(await listTeam.execute(as, {})).toContainEqual({
      accountId,
      email,
      name: "Ece",
      role: "cashier",
      signsIn: false,
    });
    const mail = await lastMail(database, merchantId, email);
    expect(mail?.kind).toBe("invite");
    await setPassword(database, { token: mail?.secret, password, name: "Ece Ak" }, { now: later });
    await expect(signInWithPassword(database, { email, password }, { now: later })).resolves.toMatchObject({
      accountId,
    });
    expect(await listTeam.execute(as, {})).toContainEqual({
      accountId,
      email,
      name: "Ece Ak",
      role: "cashier",
      signsIn: true,
    });
  });

  test("to somebody with a password says so and carries no link that sets another", async () => {
    const { as, merchantId } = await open();
    const email = somebody();
    await database.sql`insert into account (id, email, password_hash) values (${randomUUID()}, ${email}, ${await hashPassword(password)})`;
    await inviteStaff.execute(as, { email, role: "manager" });
    expect(await lastMail(database, merchantId, email)).toMatchObject({ kind: "team-added", secret: "" });
    await expect(signInWithPassword(database, { email, password }, { now })).resolves.toBeTruthy();
  });

  test("can be sent again while nobody has used it; both links end with the first use", async () => {
    const { as, merchantId } = await open();
    const email = somebody();
    const { accountId } = await inviteStaff.execute(as, { email, role: "cashier" });
    const first = await lastMail(database, merchantId, email);
    await resendInvitation.execute(as, { accountId });
    const second = await lastMail(database, merchantId, email);
    expect(second?.secret).not.toBe(first?.secret);
    await setPassword(database, { token: first?.secret, password }, { now });
    await expect(setPassword(database, { token: second?.secret, password }, { now })).rejects.toMatchObject({
      code: "link_expired",
    });
    await expect(resendInvitation.execute(as, { accountId })).rejects.toMatchObject({ code: "not_found" });
  });

  test("of somebody on the team is refused; of somebody who left brings them back", async () => {
    const { as, merchantId } = await open();
    const email = somebody();
    const { accountId } = await inviteStaff.execute(as, { email, role: "cashier" });
    await expect(inviteStaff.execute(as, { email, role: "owner" })).rejects.toMatchObject({
      fields: [{ path: "email", code: "staff_exists" }],
    });
    await removeStaff.execute(as, { accountId });
    expect(await listTeam.execute(as, {})).toHaveLength(1);
    await inviteStaff.execute(as, { email, role: "manager" });
    const [row] =
      await database.sql`select role, active from staff where merchant_id = ${merchantId} and account_id = ${accountId}`;
    expect(row).toEqual({ role: "manager", active: true });
  });

  test.each([
    [{ email: "nobody", role: "cashier" }, "email"],
    [{ email: "a@example.com", role: "boss" }, "role"],
    [{ email: "a@example.com", role: "owner", merchantId: 1 }, "merchantId"],
  ])("%o is refused by its field", async (input, path) => {
    const { as } = await open();
    await expect(inviteStaff.execute(as, input)).rejects.toMatchObject({ fields: [{ path }] });
  });
});

describe("the team", () => {
  test("keeps its last owner: they can neither leave nor step down", async () => {
    const { as, actor } = await open();
    const { accountId } = actor;
    await expect(removeStaff.execute(as, { accountId })).rejects.toMatchObject({ code: "last_owner" });
    await expect(changeRole.execute(as, { accountId, role: "manager" })).rejects.toMatchObject({
      code: "last_owner",
    });
    await expect(changeRole.execute(as, { accountId, role: "owner" })).resolves.toEqual({});
  });

  test("of two owners who remove each other at the same moment one stays", async () => {
    const shop = await open();
    const other = await shop.staff("owner");
    const outcomes = await Promise.allSettled([
      removeStaff.execute(shop.as, { accountId: other.accountId }),
      removeStaff.execute({ ...shop.as, actor: other }, { accountId: shop.actor.accountId }),
    ]);
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
    const owners = await database.sql`
      select account_id from staff where merchant_id = ${shop.merchantId} and role = 'owner' and active`;
    expect(owners).toHaveLength(1);
  });

  test("of another shop is out of reach: its people are not found", async () => {
    const [mine, theirs] = [await open(), await open()];
    const victim = await theirs.staff("cashier");
    const { accountId } = victim;
    await expect(removeStaff.execute(mine.as, { accountId })).rejects.toMatchObject({ code: "not_found" });
    await expect(changeRole.execute(mine.as, { accountId, role: "owner" })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test.each(["manager", "cashier"] as const)("is not a %s's to change", async (role) => {
    const shop = await open();
    const actor = await shop.staff(role);
    const as = { ...shop.as, actor };
    await expect(inviteStaff.execute(as, { email: somebody(), role: "owner" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(changeRole.execute(as, { accountId: actor.accountId, role: "owner" })).rejects.toMatchObject(
      { code: "forbidden" },
    );
    await expect(listTeam.execute(as, {})).rejects.toMatchObject({ code: "forbidden" });
  });
});
