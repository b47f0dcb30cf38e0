import postgres from "postgres";
import { expect, inject, test } from "vitest";
import { type Database, openDatabase } from "@/db/client";
import { adoptDatabase } from "@/db/connection";
import { databaseUrl } from "@/db/testing/database-url";
import { freshDatabase, testDatabase } from "@/db/testing/test-database";
import { getHealth } from "./get-health";

const migrated = await testDatabase();

const healthOf = async (database: Database) => {
  adoptDatabase(database);
  return getHealth();
};

test("a migrated database is fit", async () => {
  expect(await healthOf(migrated)).toEqual({
    status: "ok",
    database: "reachable",
    migrations: "applied",
  });
});

test("one that lacks a migration of this program is not", async () => {
  const { url, drop } = await freshDatabase();
  const database = openDatabase(url, { max: 1 });
  await database.sql`delete from drizzle.__drizzle_migrations where created_at = (select max(created_at) from drizzle.__drizzle_migrations)`;
  expect(await healthOf(database)).toEqual({ status: "unfit", database: "reachable", migrations: "pending" });
  await database.close();
  await drop();
});

test("an empty one is not", async () => {
  const admin = postgres(inject("serverUrl"), { max: 1, onnotice: () => {} });
  await admin.unsafe("create database test_health_empty template template0");
  const database = openDatabase(databaseUrl(inject("serverUrl"), "test_health_empty"), { max: 1 });
  expect(await healthOf(database)).toMatchObject({ status: "unfit", migrations: "pending" });
  await database.close();
  await admin.unsafe("drop database test_health_empty with (force)");
  await admin.end();
});

test("one that nobody reaches is told within seconds", async () => {
  const database = openDatabase("postgres://nobody@127.0.0.1:1/none", { max: 1 });
  expect(await healthOf(database)).toEqual({
    status: "unfit",
    database: "unreachable",
    migrations: "unknown",
  });
  await database.close();
});
