import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { forgetAttempts, mailLimits, passwordLimits, takeAttempt } from "./throttle";

const database = await testDatabase();
const now = new Date("2026-11-22T09:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const somebody = () => `${randomUUID()}@example.com`;

const attempt = (email: string, address: string | undefined, at = now) =>
  takeAttempt(database, passwordLimits(email, address), at).then(
    () => "let through",
    (error) => error.params.minutes,
  );

test("from one place at one address 10 attempts are let through, the 11th waits for the quarter of an hour", async () => {
  const email = somebody();
  for (let i = 0; i < 10; i++) expect(await attempt(email, "203.0.113.1")).toBe("let through");
  expect(await attempt(email, "203.0.113.1", later(4))).toBe(11);
  expect(await attempt(email, "203.0.113.1", later(15))).toBe("let through");
});

test("of 25 attempts at the same moment 10 are let through", async () => {
  const email = somebody();
  const answers = await Promise.all(Array.from({ length: 25 }, () => attempt(email, "203.0.113.2")));
  expect(answers.filter((answer) => answer === "let through")).toHaveLength(10);
});

test("somebody else's attempts do not keep the owner out: another place is let through", async () => {
  const email = somebody();
  for (let i = 0; i < 12; i++) await attempt(email, "203.0.113.3");
  expect(await attempt(email, "203.0.113.4")).toBe("let through");
});

test("from ever new places at one address 50 are let through", async () => {
  const email = somebody();
  for (let i = 0; i < 50; i++) expect(await attempt(email, `198.51.100.${i}`)).toBe("let through");
  expect(await attempt(email, "198.51.100.99")).toBe(15);
});

test("from one place at ever new addresses 100 are let through", async () => {
  for (let i = 0; i < 100; i++) expect(await attempt(somebody(), "203.0.113.5")).toBe("let through");
  expect(await attempt(somebody(), "203.0.113.5")).toBe(15);
});

test("signing in forgets the attempts at one's own address, not those of the network", async () => {
  const email = somebody();
  for (let i = 0; i < 10; i++) await attempt(email, "203.0.113.6");
  await forgetAttempts(database, email, "203.0.113.6");
  expect(await attempt(email, "203.0.113.6")).toBe("let through");
  const rows = await database.sql<{ count: number }[]>`
    select count from throttle where key = ${passwordLimits(email, "203.0.113.6")[2]?.key ?? ""}`;
  expect(rows[0]?.count).toBe(11);
});

test("five mails to one mailbox, the sixth waits", async () => {
  const limits = mailLimits(somebody(), undefined);
  for (let i = 0; i < 5; i++) await takeAttempt(database, limits, now);
  await expect(takeAttempt(database, limits, now)).rejects.toMatchObject({ code: "too_many_attempts" });
});
