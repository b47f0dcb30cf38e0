import { rmSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { migrateDatabase } from "@/db/migrate";
import { databaseUrl } from "./database-url";
import { startTestServer, type TestServer } from "./test-server";

declare module "vitest" {
  interface ProvidedContext {
    serverUrl: string;
    templateName: string;
    /** Where each test file notes the statements it sent. */
    statementsDir: string;
  }
}

const templateName = "regulars_template";

interface Shared {
  server: Promise<TestServer>;
  users: number;
}
// The projects of one run share the server; each loads this module for itself.
const held = globalThis as typeof globalThis & { regularsTestServer?: Shared };

/** Starts the run's PostgreSQL with a migrated template that every test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  held.regularsTestServer ??= { server: prepare(), users: 0 };
  const shared = held.regularsTestServer;
  shared.users += 1;
  const server = await shared.server;
  project.provide("serverUrl", server.url);
  project.provide("templateName", templateName);
  project.provide("statementsDir", join(server.dataDir, "statements"));
  return async () => {
    shared.users -= 1;
    if (shared.users === 0) await server.stop();
  };
}

async function prepare(): Promise<TestServer> {
  const server = await startTestServer();
  const admin = postgres(server.url, { max: 1, onnotice: () => {} });
  try {
    await admin.unsafe(`create database ${templateName}`);
    await migrateDatabase(databaseUrl(server.url, templateName));
    await admin.unsafe(`alter database ${templateName} is_template true allow_connections false`);
  } catch (error) {
    await server.stop();
    rmSync(server.dataDir, { recursive: true, force: true });
    throw error;
  } finally {
    await admin.end();
  }
  return server;
}
