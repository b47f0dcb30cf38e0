import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { testEnvironment } from "@/db/testing/test-environment";
import { testMerchant } from "@/db/testing/test-merchant";
import type { MailKind } from "../domain/mail-kinds";
import { queueMail } from "../queue-mail";
import { listOutbox } from "./list-outbox";

const environment = testEnvironment({ SMTP_URL: undefined as string | undefined });
beforeEach(() => {
  environment.SMTP_URL = undefined;
});

const database = await testDatabase();
const now = new Date("2026-11-22T09:00:00Z");

async function open() {
  const shop = await testMerchant(database);
  const mail = (kind: MailKind, to: string, subject = "Subject") =>
    database.transaction((tx) =>
      queueMail(tx, { merchantId: shop.merchantId, kind, to, subject, text: "the link", html: "<p>" }, now),
    );
  const list = (input = {}) => listOutbox.execute({ actor: shop.actor, now, database }, input);
  return { ...shop, mail, list };
}

const person = async () => {
  const id = randomUUID();
  const email = `${id}@example.com`;
  await database.sql`insert into account (id, email) values (${id}, ${email})`;
  return { id, email };
};

test("a shop without mail reads its links in its own outbox", async () => {
  const { mail, list } = await open();
  const { email } = await person();
  await mail("invite", email);
  await mail("sign-in", "stranger@example.com");
  const { mails } = await list();
  expect(mails.map((one) => [one.kind, one.text])).toEqual([
    ["sign-in", "the link"],
    ["invite", "the link"],
  ]);
});

test("with mail, a link is its reader's alone; other mail can be read", async () => {
  environment.SMTP_URL = "smtp://127.0.0.1:1";
  const { mail, list } = await open();
  await mail("reset", "a@example.com");
  await mail("password-changed", "a@example.com");
  const { mails } = await list();
  expect(mails.map((one) => [one.kind, one.text])).toEqual([
    ["password-changed", "the link"],
    ["reset", null],
  ]);
});

test("kept from a time without mail, a link is not shown once there is mail", async () => {
  const { mail, list } = await open();
  await mail("reset", "a@example.com");
  environment.SMTP_URL = "smtp://127.0.0.1:1";
  expect((await list()).mails[0]?.text).toBeNull();
});

test("a link for somebody who works for another shop too is not shown: it would open that shop", async () => {
  const [mine, theirs] = [await open(), await open()];
  const { id, email } = await person();
  await database.sql`insert into staff (merchant_id, account_id, role) values (${theirs.merchantId}, ${id}, 'owner')`;
  await mine.mail("reset", email);
  expect((await mine.list()).mails[0]?.text).toBeNull();
  await database.sql`update staff set active = false where merchant_id = ${theirs.merchantId} and account_id = ${id}`;
  expect((await mine.list()).mails[0]?.text).toBe("the link");
});

test("nor a link for somebody who carries another shop's card", async () => {
  const [mine, theirs] = [await open(), await open()];
  const { id, email } = await person();
  await database.sql`insert into account_program (account_id, merchant_id, member_id) values (${id}, ${theirs.merchantId}, ${randomUUID()})`;
  await mine.mail("sign-in", email);
  expect((await mine.list()).mails[0]?.text).toBeNull();
});

test("is the owner's, of this shop, newest first, by pages of 50, and can be searched", async () => {
  const [mine, theirs] = [await open(), await open()];
  await theirs.mail("reset", "theirs@example.com");
  for (let i = 1; i <= 53; i++) await mine.mail("password-changed", `n${i}@example.com`, `Mail ${i}`);
  const first = await mine.list();
  expect(first.mails).toHaveLength(50);
  expect(first.mails[0]?.subject).toBe("Mail 53");
  const second = await mine.list({ before: first.next });
  expect(second.mails.map((one) => one.subject)).toEqual(["Mail 3", "Mail 2", "Mail 1"]);
  expect(second.next).toBeNull();
  expect((await mine.list({ search: "n17@" })).mails.map((one) => one.subject)).toEqual(["Mail 17"]);
  expect((await mine.list({ search: "%" })).mails).toEqual([]);
  const manager = await mine.staff("manager");
  await expect(listOutbox.execute({ actor: manager, now, database }, {})).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("three mails, two of them given up: two are counted and shown, and of those one is found by its address", async () => {
  const [mine, theirs] = [await open(), await open()];
  const giveUp = (recipient: string) =>
    database.sql`update outbox set status = 'failed' where merchant_id in (${mine.merchantId}, ${theirs.merchantId}) and recipient = ${recipient}`;
  for (const to of ["a@example.com", "b@example.com", "c@example.com"])
    await mine.mail("password-changed", to);
  await theirs.mail("password-changed", "b@example.com");
  expect(await mine.list({ failed: true })).toEqual({ mails: [], failed: 0, next: null });
  await giveUp("a@example.com");
  await giveUp("b@example.com");
  expect((await mine.list()).mails).toHaveLength(3);
  const { mails, failed } = await mine.list({ failed: true });
  expect(failed).toBe(2);
  expect(mails.map((one) => one.recipient)).toEqual(["b@example.com", "a@example.com"]);
  const found = await mine.list({ failed: true, search: "a@" });
  expect(found.mails.map((one) => one.recipient)).toEqual(["a@example.com"]);
  expect((await theirs.list({ failed: true })).failed).toBe(1);
});
