import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { lastMail } from "@/db/testing/kept-mail";
import { testDatabase } from "@/db/testing/test-database";
import { testMerchant } from "@/db/testing/test-merchant";
import { hashPassword } from "../password";
import { requestPasswordReset } from "./request-password-reset";
import { setPassword } from "./set-password";
import { signInWithPassword } from "./sign-in-with-password";

const database = await testDatabase();
const now = new Date("2026-11-22T09:00:00Z");
const context = { now, address: "203.0.113.1" };
const asked = { ...context, locale: "en" as const };
const later = (minutes: number) => ({ now: new Date(now.getTime() + minutes * 60_000) });
const password = "cezve-fincan-42";
const passwordHash = await hashPassword(password);

async function cashier(kept: string | null = passwordHash) {
  const shop = await testMerchant(database);
  const { accountId } = await shop.staff("cashier");
  const email = `${randomUUID()}@example.com`;
  await database.sql`update account set email = ${email}, password_hash = ${kept} where id = ${accountId}`;
  return { ...shop, accountId, email };
}

describe("signing in with a password", () => {
  test("the right one opens a session of the account, whatever the case of the address", async () => {
    const { accountId, email } = await cashier();
    const claims = await signInWithPassword(
      database,
      { email: ` ${email.toUpperCase()} `, password },
      context,
    );
    expect(claims).toEqual({ accountId, epoch: 0, by: "password", only: null });
  });

  test("a wrong password, an unknown address and an account without a password get the same answer", async () => {
    const { email } = await cashier();
    const { email: linkOnly } = await cashier(null);
    for (const given of [
      { email, password: "cezve-fincan-43" },
      { email: `${randomUUID()}@example.com`, password },
      { email: linkOnly, password },
    ]) {
      await expect(signInWithPassword(database, given, context)).rejects.toMatchObject({
        code: "wrong_credentials",
        fields: [],
      });
    }
  });

  test("after ten wrong ones from one place the right one has to wait too", async () => {
    const { email } = await cashier();
    const from = { now, address: "203.0.113.77" };
    for (let i = 0; i < 10; i++) {
      await expect(signInWithPassword(database, { email, password: "wrong" }, from)).rejects.toMatchObject({
        code: "wrong_credentials",
      });
    }
    await expect(signInWithPassword(database, { email, password }, from)).rejects.toMatchObject({
      code: "too_many_attempts",
    });
  });

  test.each([
    [{ email: "x", password: "y" }, "email"],
    [{ email: "a@example.com" }, "password"],
    [{ email: "a@example.com", password: "x".repeat(100_000) }, "password"],
    [{ email: { $gt: "" }, password: "y" }, "email"],
    [{ email: "a@example.com", password: "y", role: "owner" }, "role"],
  ])("bad input is refused by field: %#", async (given, path) => {
    await expect(signInWithPassword(database, given, context)).rejects.toMatchObject({
      code: "invalid",
      fields: [{ path }],
    });
  });
});

describe("a new password by mail", () => {
  test("the link works once, ends every session, and the mailbox is told", async () => {
    const { merchantId, accountId, email } = await cashier();
    await requestPasswordReset(database, { email }, asked);
    const mail = await lastMail(database, merchantId, email);
    expect(mail?.kind).toBe("reset");
    const claims = await setPassword(
      database,
      { token: mail?.secret, password: "yeni fincan takımı" },
      later(5),
    );
    expect(claims).toEqual({ accountId, epoch: 1, by: "password", only: null });
    expect((await lastMail(database, merchantId, email))?.kind).toBe("password-changed");
    await expect(signInWithPassword(database, { email, password }, context)).rejects.toMatchObject({
      code: "wrong_credentials",
    });
    await expect(
      signInWithPassword(database, { email, password: "yeni fincan takımı" }, context),
    ).resolves.toMatchObject({ epoch: 1 });
    await expect(
      setPassword(database, { token: mail?.secret, password: "once more, please" }, later(6)),
    ).rejects.toMatchObject({
      code: "link_expired",
    });
  });

  test("using one link ends the others that were asked for", async () => {
    const { merchantId, email } = await cashier();
    await requestPasswordReset(database, { email }, asked);
    const first = await lastMail(database, merchantId, email);
    await requestPasswordReset(database, { email }, asked);
    const second = await lastMail(database, merchantId, email);
    await setPassword(database, { token: second?.secret, password: "yeni fincan takımı" }, later(1));
    await expect(
      setPassword(database, { token: first?.secret, password: "another cup set" }, later(2)),
    ).rejects.toMatchObject({
      code: "link_expired",
    });
  });

  test("after an hour the link is over", async () => {
    const { merchantId, email } = await cashier();
    await requestPasswordReset(database, { email }, asked);
    const mail = await lastMail(database, merchantId, email);
    await expect(
      setPassword(database, { token: mail?.secret, password: "yeni fincan takımı" }, later(60)),
    ).rejects.toMatchObject({
      code: "link_expired",
    });
  });

  test("a password that is refused does not use the link up", async () => {
    const { merchantId, email } = await cashier();
    await requestPasswordReset(database, { email }, asked);
    const mail = await lastMail(database, merchantId, email);
    await expect(
      setPassword(database, { token: mail?.secret, password: "short" }, later(1)),
    ).rejects.toMatchObject({
      fields: [{ path: "password", code: "too_small.string" }],
    });
    await expect(
      setPassword(database, { token: mail?.secret, password: "password123" }, later(1)),
    ).rejects.toMatchObject({
      fields: [{ path: "password", code: "password.common" }],
    });
    await expect(
      setPassword(database, { token: mail?.secret, password: "yeni fincan takımı" }, later(1)),
    ).resolves.toBeTruthy();
  });

  test("an unknown address gets the same answer and no mail", async () => {
    const email = `${randomUUID()}@example.com`;
    await expect(requestPasswordReset(database, { email }, asked)).resolves.toEqual({ email });
    const [token] = await database.sql`select hash from sign_in_token where email = ${email}`;
    expect(token).toBeUndefined();
  });

  test("nothing that opens the account is kept in the clear beside the mail", async () => {
    const { merchantId, email } = await cashier();
    await requestPasswordReset(database, { email }, asked);
    const mail = await lastMail(database, merchantId, email);
    const [token] = await database.sql<
      { hash: string }[]
    >`select hash from sign_in_token where email = ${email}`;
    expect(token?.hash).toHaveLength(43);
    expect(token?.hash).not.toBe(mail?.secret);
  });
});
