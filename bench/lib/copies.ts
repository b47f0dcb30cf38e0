import { type Database, openDatabase } from "@/db/client";
import type { BenchShop } from "./shop";

/** Measures on a fresh copy of a shop's database, which nobody may be connected to. */
export async function onCopy<T>(
  shop: BenchShop,
  measure: (copy: { database: Database; url: string }) => Promise<T>,
): Promise<T> {
  const name = `copy_${Math.random().toString(36).slice(2)}`;
  const source = new URL(shop.url);
  const admin = openDatabase(withName(source, "postgres"), { max: 1 });
  await admin.sql.unsafe(`create database ${name} template "${source.pathname.slice(1)}" strategy file_copy`);
  const url = withName(source, name);
  const database = openDatabase(url, { max: 8, name: "regulars-bench" });
  try {
    await database.sql`checkpoint`;
    return await measure({ database, url });
  } finally {
    await database.close();
    await admin.sql.unsafe(`drop database ${name} with (force)`);
    await admin.close();
  }
}

function withName(source: URL, name: string): string {
  const url = new URL(source);
  url.pathname = `/${name}`;
  return url.href;
}
