import { Logger, runOnce } from "graphile-worker";
import { afterAll, beforeEach, describe, expect, inject, test } from "vitest";
import { adoptDatabase } from "@/db/connection";
import { databaseUrl } from "@/db/testing/database-url";
import { startSmtpServer } from "@/db/testing/smtp-server";
import { testDatabase } from "@/db/testing/test-database";
import { testEnvironment } from "@/db/testing/test-environment";
import { testMerchant } from "@/db/testing/test-merchant";
import { composeMail } from "./compose-mail";
import { deliverMail } from "./deliver-mail";
import { smtpTransport } from "./mail-transport";
import { queueMail } from "./queue-mail";

const environment = testEnvironment({
  NEXTAUTH_URL: "https://shop.example",
  SMTP_URL: undefined as string | undefined,
});

const database = await testDatabase();
adoptDatabase(database);
const smtp = await startSmtpServer();
afterAll(() => smtp.close());
const now = new Date("2026-11-22T09:00:00Z");
const shop = await testMerchant(database);
const { merchantId } = shop;

beforeEach(() => {
  environment.SMTP_URL = smtp.url;
  smtp.refuse = null;
  smtp.received.length = 0;
});

const transport = smtpTransport(smtp.url, environment.NEXTAUTH_URL);

const queue = async (to = "ece@example.com") => {
  const rendered = composeMail({
    kind: "sign-in",
    shop: { name: "Köşe Kahve", colour: "forest" },
    locale: "tr",
    href: "https://shop.example/c/x/sign-in/secret",
    params: { minutes: 15 },
  });
  return database.transaction((tx) => queueMail(tx, { ...rendered, merchantId, kind: "sign-in", to }, now));
};

const row = async (id: string) => {
  const [mail] = await database.sql<
    { status: string; attempts: number; lastError: string | null; text: string }[]
  >`
    select status, attempts, last_error as "lastError", text from outbox where merchant_id = ${merchantId} and id = ${id}`;
  return mail;
};

const deliver = (id: string, final = false) =>
  deliverMail(database, transport, { merchantId, id, now, final });

describe("a mail", () => {
  test("reaches a real server: from the shop, to its reader, in both parts, named by its row", async () => {
    const { id } = await queue();
    await deliver(id);
    const [mail] = smtp.received;
    expect(mail).toMatchObject({ from: "no-reply@shop.example", to: ["ece@example.com"] });
    const source = mail?.source ?? "";
    expect(source).toContain(`Message-ID: <${id}@shop.example>`);
    expect(source).toMatch(/^From: =\?UTF-8\?.*<no-reply@shop\.example>/im);
    expect(source).toMatch(/Content-Type: multipart\/alternative/);
    expect(source).toMatch(/Content-Type: text\/plain; charset=utf-8/);
    expect(source).toMatch(/Content-Type: text\/html; charset=utf-8/);
    expect(await row(id)).toMatchObject({ status: "sent", attempts: 1, lastError: null });
  });

  test("that carries a link is forgotten once it is on its way", async () => {
    const { id } = await queue();
    await deliver(id);
    expect((await row(id))?.text).toBe("");
  });

  test("that two workers take at the same moment is sent once", async () => {
    const { id } = await queue();
    await Promise.all([deliver(id), deliver(id), deliver(id), deliver(id)]);
    await deliver(id);
    expect(smtp.received).toHaveLength(1);
  });

  test("that the server cannot take now stays queued, with what it said, and goes out on the next try", async () => {
    const { id } = await queue();
    smtp.refuse = { code: 451, message: "Try again later", times: 1 };
    await expect(deliver(id)).rejects.toThrow("Try again later");
    expect(await row(id)).toMatchObject({
      status: "queued",
      attempts: 1,
      lastError: expect.stringContaining("Try again later"),
    });
    await deliver(id);
    expect(await row(id)).toMatchObject({ status: "sent", attempts: 2, lastError: null });
  });

  test("to a mailbox that does not exist is given up at once", async () => {
    const { id } = await queue();
    smtp.refuse = { code: 550, message: "No such mailbox", times: 1 };
    await expect(deliver(id)).resolves.toBeUndefined();
    expect(await row(id)).toMatchObject({
      status: "failed",
      attempts: 1,
      lastError: expect.stringContaining("No such mailbox"),
    });
  });

  test("that failed on the last try is given up", async () => {
    const { id } = await queue();
    smtp.refuse = { code: 451, message: "Try again later", times: 1 };
    await deliver(id, true);
    expect(await row(id)).toMatchObject({ status: "failed" });
  });

  test("finds nobody listening and stays queued", async () => {
    const { id } = await queue();
    const nobody = smtpTransport("smtp://127.0.0.1:1", environment.NEXTAUTH_URL);
    await expect(deliverMail(database, nobody, { merchantId, id, now, final: false })).rejects.toThrow();
    expect(await row(id)).toMatchObject({ status: "queued", attempts: 1 });
  });
});

describe("the queue", () => {
  const drain = async () => {
    const { tasks } = await import("@/lib/integrations/jobs/tasks");
    const [{ name } = { name: "" }] = await database.sql<
      { name: string }[]
    >`select current_database() as name`;
    await runOnce({
      connectionString: databaseUrl(inject("serverUrl"), name),
      taskList: tasks,
      logger: new Logger(() => () => {}),
    });
  };

  test("delivers what was queued, in the transaction of what caused it or not at all", async () => {
    const { id } = await queue("one@example.com");
    await expect(
      database.transaction(async (tx) => {
        const mail = {
          subject: "s",
          text: "t",
          html: "h",
          merchantId,
          kind: "reset",
          to: "two@example.com",
        } as const;
        await queueMail(tx, mail, now);
        throw new Error("changed my mind");
      }),
    ).rejects.toThrow("changed my mind");
    await drain();
    expect(smtp.received.map((mail) => mail.to[0])).toContain("one@example.com");
    expect(smtp.received.map((mail) => mail.to[0])).not.toContain("two@example.com");
    expect(await row(id)).toMatchObject({ status: "sent" });
  });

  test("tries again later what failed, with a pause", async () => {
    const { id } = await queue();
    smtp.refuse = { code: 451, message: "Try again later", times: 1 };
    await drain();
    const [job] = await database.sql<{ attempts: number; waits: boolean }[]>`
      select attempts, run_at > now() as waits from graphile_worker.jobs where key = ${`mail:${id}`}`;
    expect(job).toEqual({ attempts: 1, waits: true });
    expect(await row(id)).toMatchObject({ status: "queued" });
  });

  test("keeps in the outbox what it cannot deliver any more because the server was taken away", async () => {
    const { id } = await queue();
    environment.SMTP_URL = undefined;
    await drain();
    expect(await row(id)).toMatchObject({ status: "kept" });
  });

  test("is left alone without SMTP_URL: the mail stays in the outbox", async () => {
    environment.SMTP_URL = undefined;
    const { id } = await queue();
    const jobs = await database.sql`select 1 from graphile_worker.jobs where key = ${`mail:${id}`}`;
    expect(jobs).toHaveLength(0);
    expect(await row(id)).toMatchObject({ status: "kept", attempts: 0 });
  });
});
