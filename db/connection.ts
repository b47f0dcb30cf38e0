import { env } from "@/lib/kernel/env";
import { type Database, openDatabase } from "./client";

const held = globalThis as typeof globalThis & { regularsDatabase?: Database };

/** The process's one pool. Kept on globalThis because the framework may load this module more than once. */
export function database(): Database {
  if (!held.regularsDatabase) {
    const url = env().DATABASE_URL;
    if (!url) throw new Error("DATABASE_URL is not set: the start script sets it for the embedded database");
    held.regularsDatabase = openDatabase(url, { max: 16, name: "regulars-web" });
  }
  return held.regularsDatabase;
}

/** Makes a database that is open already the process's own: a test brings its own. */
export function adoptDatabase(database: Database): void {
  held.regularsDatabase = database;
}
