import { describe, expect, test } from "vitest";
import { type ClusterState, planDistribution } from "./plan";
import { merchantTables, type TableFacts, tables } from "./tables";

const shop: TableFacts[] = [
  { name: "merchant", kind: "global", references: [] },
  { name: "member", kind: "merchant", references: ["merchant"] },
  { name: "lot", kind: "merchant", references: ["member"] },
];
const empty: ClusterState = {
  present: new Set(["merchant", "member", "lot"]),
  reference: new Set(),
  distributed: new Map(),
  functions: [
    { signature: "post_ledger(bigint,jsonb)", ofMerchant: true, placed: undefined },
    { signature: "lot_expiry(timestamptz,text)", ofMerchant: false, placed: undefined },
  ],
};

describe("planDistribution", () => {
  test("a fresh coordinator: 1 shared table, 2 merchant tables together, 1 function with them, and one that takes no merchant on every node", () => {
    expect(planDistribution(shop, empty).map((step) => step.statement)).toEqual([
      "select create_reference_table('merchant')",
      "select create_distributed_table('member', 'merchant_id', colocate_with := 'none')",
      "select create_distributed_table('lot', 'merchant_id', colocate_with := 'member')",
      "select create_distributed_function('post_ledger(bigint,jsonb)', 'p_merchant', colocate_with := 'member', force_delegation := true)",
      "select create_distributed_function('lot_expiry(timestamptz,text)')",
    ]);
  });

  test("everything is placed: nothing to do", () => {
    const done: ClusterState = {
      ...empty,
      reference: new Set(["merchant"]),
      distributed: new Map([
        ["member", "merchant_id"],
        ["lot", "merchant_id"],
      ]),
      functions: [
        { signature: "post_ledger(bigint,jsonb)", ofMerchant: true, placed: "by merchant" },
        { signature: "lot_expiry(timestamptz,text)", ofMerchant: false, placed: "everywhere" },
      ],
    };
    expect(planDistribution(shop, done)).toEqual([]);
  });

  test("a function that Citus copied to every node by itself, since it was made later: placed by merchant", () => {
    const copied: ClusterState = {
      ...empty,
      functions: [{ signature: "post_ledger(bigint,jsonb)", ofMerchant: true, placed: "everywhere" }],
    };
    expect(planDistribution([], copied).map((step) => step.title)).toEqual([
      "post_ledger(bigint,jsonb): runs where the merchant's rows are",
    ]);
  });

  test("interrupted after the first two tables, or a table that a later migration brought: only the rest", () => {
    const half: ClusterState = {
      ...empty,
      reference: new Set(["merchant"]),
      distributed: new Map([["member", "merchant_id"]]),
      functions: [],
    };
    expect(planDistribution(shop, half).map((step) => step.title)).toEqual(["lot: by merchant"]);
  });

  test.each([
    ["migrations have not run", { ...empty, present: new Set(["merchant"]) }, /lacks member, lot/],
    ["distributed by another column", { ...empty, distributed: new Map([["lot", "no"]]) }, /by no already/],
    [
      "a merchant's table copied to every node",
      { ...empty, reference: new Set(["lot"]) },
      /lot is a reference/,
    ],
  ])("%s: refused in words", (_situation, state, words) => {
    expect(() => planDistribution(shop, state)).toThrow(words);
  });
});

describe("the schema's own tables", () => {
  test("each comes after the tables that it references", () => {
    const names = tables().map((table) => table.name);
    for (const table of tables()) {
      for (const parent of table.references.filter((name) => name !== table.name)) {
        expect(names.indexOf(parent), `${parent} before ${table.name}`).toBeLessThan(
          names.indexOf(table.name),
        );
      }
    }
  });

  test("a shared table never references a merchant's: a copy on every node could not be checked against one", () => {
    const owned = new Set(merchantTables());
    const shared = tables().filter((table) => table.kind === "global");
    expect(shared.flatMap((table) => table.references.filter((name) => owned.has(name)))).toEqual([]);
  });
});
