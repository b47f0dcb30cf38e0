import { describe, expect, inject, test } from "vitest";
import { merchantTables, tables } from "./distribute/tables";
import { tokens, unscopedTables } from "./testing/scoped-statement";
import { collectedStatements } from "./testing/sent-statements";
import { testDatabase } from "./testing/test-database";

// One merchant's rows are out of reach of another's statements, and the same schema can be distributed by merchant.
const { sql } = await testDatabase();
const owned = merchantTables();

describe("the catalogue", () => {
  test("every table of the database is one that the schema declares", async () => {
    const found = await sql<{ name: string }[]>`
      select tablename as name from pg_tables where schemaname = 'public' order by 1`;
    const declared = tables().map((table) => table.name);
    expect(found.map((table) => table.name)).toEqual(declared.sort());
  });

  test("every merchant-owned table has a primary key, and merchant_id is a bigint that is never null", async () => {
    const found = await sql<{ name: string }[]>`
      select c.relname as name from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'merchant_id' and a.attnotnull and a.atttypid = 'bigint'::regtype
      where c.relnamespace = 'public'::regnamespace and c.relname = any(${owned})
        and exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary)`;
    expect(found.map((table) => table.name).sort()).toEqual([...owned].sort());
  });

  test("every key and index of a merchant-owned table begins with merchant_id", async () => {
    const others = await sql`
      select i.indexrelid::regclass::text as index from pg_index i join pg_class c on c.oid = i.indrelid
      left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where c.relnamespace = 'public'::regnamespace and c.relname = any(${owned})
        and a.attname is distinct from 'merchant_id'`;
    expect(others).toEqual([]);
  });

  test("a foreign key between merchant-owned tables begins with merchant_id on both sides", async () => {
    const others = await sql`
      select k.conrelid::regclass::text as table, k.conname as name from pg_constraint k
      join pg_class parent on parent.oid = k.confrelid
      join pg_attribute here on here.attrelid = k.conrelid and here.attnum = k.conkey[1]
      join pg_attribute there on there.attrelid = k.confrelid and there.attnum = k.confkey[1]
      where k.contype = 'f' and k.connamespace = 'public'::regnamespace and parent.relname = any(${owned})
        and (here.attname <> 'merchant_id' or there.attname <> 'merchant_id')`;
    expect(others).toEqual([]);
  });

  test("no shared table references a merchant-owned one", async () => {
    const references = await sql`
      select child.relname as child, parent.relname as parent from pg_constraint k
      join pg_class child on child.oid = k.conrelid join pg_class parent on parent.oid = k.confrelid
      where k.contype = 'f' and k.connamespace = 'public'::regnamespace
        and parent.relname = any(${owned}) and child.relname <> all(${owned})`;
    expect(references).toEqual([]);
  });

  test("no triggers, and no sequence feeds a merchant-owned table", async () => {
    const triggers = await sql`
      select t.tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where not t.tgisinternal and c.relnamespace = 'public'::regnamespace`;
    expect(triggers).toEqual([]);
    const sequences = await sql`
      select c.relname, a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
      left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where c.relnamespace = 'public'::regnamespace and c.relname = any(${owned})
        and (a.attidentity <> '' or pg_get_expr(d.adbin, d.adrelid) like 'nextval(%')`;
    expect(sequences).toEqual([]);
  });

  test("every SQL function takes the merchant first, unless it looks at nothing but its arguments", async () => {
    const others = await sql`
      select p.oid::regprocedure::text as function from pg_proc p where p.pronamespace = 'public'::regnamespace
        and p.provolatile <> 'i' and (p.proargnames[1] is distinct from 'p_merchant' or p.proargtypes[0] is distinct from 'bigint'::regtype)`;
    expect(others).toEqual([]);
  });
});

describe("the SQL", () => {
  const functions = () => sql<{ name: string; body: string }[]>`
    select proname as name, prosrc as body from pg_proc
    where pronamespace = 'public'::regnamespace and provolatile <> 'i'`;
  const statements = collectedStatements(inject("statementsDir"));

  test("the suite's statements were read: run this after the db project, as `npm test` does", () => {
    const touching = statements.filter((statement) => tokens(statement).some((word) => owned.includes(word)));
    expect(touching.length).toBeGreaterThan(20);
  });

  test("every statement that names merchant-owned tables holds each of them to one merchant", () => {
    const set = new Set(owned);
    const loose = statements.flatMap((statement) => {
      const names = unscopedTables(statement, set);
      return names.length > 0 ? [{ names, statement }] : [];
    });
    expect(loose).toEqual([]);
  });

  test("so does every statement inside a SQL function", async () => {
    const bodies = await sql<{ name: string; body: string }[]>`
      select proname as name, prosrc as body from pg_proc where pronamespace = 'public'::regnamespace`;
    expect(bodies.length).toBeGreaterThan(0);
    const set = new Set(owned);
    const loose = bodies.flatMap(({ name, body }) =>
      unscopedTables(body, set).map((table) => ({ name, table })),
    );
    expect(loose).toEqual([]);
  });

  // Only then can the whole call be sent to the node that has the merchant's rows.
  test("a SQL function is called alone, with the merchant as a parameter", async () => {
    const calls = (await functions()).map(({ name }) => ({
      name,
      alone: new RegExp(`^select(\\*from)?${name}\\(\\$1[,:)]`),
    }));
    const others = statements.filter((statement) => {
      const words = tokens(statement);
      const call = calls.find(({ name }) => words.includes(name));
      return call && !call.alone.test(words.join(""));
    });
    expect(others).toEqual([]);
  });
});
