import { is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import * as schema from "@/db/schema";

/** Small and shared by all merchants: a reference table each when distributed. Every other table belongs to merchants. */
const globalNames = new Set(["account", "account_program", "merchant", "sign_in_token", "staff", "throttle"]);

/** What every merchant-owned table is placed with, so that a merchant's rows are on one node. */
export const anchorTable = "member";

export interface TableFacts {
  name: string;
  kind: "global" | "merchant";
  /** Tables that its foreign keys lead to. */
  references: string[];
}

/** Every table of the schema, each after those it references. */
export function tables(): TableFacts[] {
  const found: TableFacts[] = [];
  for (const value of Object.values(schema)) if (is(value, PgTable)) found.push(factsOf(value));
  return parentsFirst(found.sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name)));
}

export const merchantTables = (): string[] =>
  tables()
    .filter((table) => table.kind === "merchant")
    .map((table) => table.name);

const rank = (table: TableFacts): number => {
  if (table.kind === "global") return 0;
  return table.name === anchorTable ? 1 : 2;
};

function factsOf(table: PgTable): TableFacts {
  const { name, foreignKeys } = getTableConfig(table);
  const references = foreignKeys.map((key) => getTableConfig(key.reference().foreignTable).name);
  return { name, kind: globalNames.has(name) ? "global" : "merchant", references };
}

function parentsFirst(unsorted: TableFacts[]): TableFacts[] {
  const byName = new Map(unsorted.map((table) => [table.name, table]));
  const sorted = new Set<TableFacts>();
  const place = (table: TableFacts): void => {
    for (const name of table.references) {
      const parent = byName.get(name);
      if (parent && parent !== table && !sorted.has(parent)) place(parent);
    }
    sorted.add(table);
  };
  for (const table of unsorted) place(table);
  return [...sorted];
}
