import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { afterAll, inject, TestRunner } from "vitest";
import { type Database, openDatabase } from "@/db/client";
import { databaseUrl } from "./database-url";
import { statementCollector } from "./sent-statements";

let opened: Promise<Database> | undefined;
let databases = 0;

/**
 * A migrated, empty database of this test file's own, dropped after it. Call it at the top of the file:
 * `const database = await testDatabase();`. A second call answers the same database.
 */
export function testDatabase(): Promise<Database> {
  // Opened in a test nobody would close it, and the next file of this worker would get it, too.
  if (TestRunner.getCurrentTest()) throw new Error("testDatabase() is called at the top of the file");
  opened ??= open();
  return opened;
}

async function open(): Promise<Database> {
  const { name, url, drop } = await freshDatabase();
  const onStatement = statementCollector(inject("statementsDir"), name);
  const database = openDatabase(url, { max: 8, name, onStatement });
  afterAll(async () => {
    opened = undefined;
    await database.close();
    await drop();
  });
  return database;
}

/** A database of its own for what has to be broken, or looked at by another process. */
export async function freshDatabase(): Promise<{ name: string; url: string; drop(): Promise<void> }> {
  const serverUrl = inject("serverUrl");
  const name = `test_${randomBytes(6).toString("hex")}`;
  await administer(
    serverUrl,
    `create database ${name} template ${inject("templateName")} strategy file_copy`,
  );
  const url = databaseUrl(serverUrl, name);
  // Files of one worker share what the modules remember of a merchant: no two of them have a merchant of the same number.
  await administer(url, `select setval('merchant_id_seq', ${++databases * 1_000_000})`);
  return {
    name,
    url,
    drop: () => administer(serverUrl, `drop database if exists ${name} with (force)`),
  };
}

async function administer(serverUrl: string, statement: string): Promise<void> {
  const sql = postgres(serverUrl, { max: 1, onnotice: () => {} });
  try {
    await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}
