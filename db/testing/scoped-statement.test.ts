import { expect, test } from "vitest";
import { unscopedTables } from "./scoped-statement";

const owned = new Set(["member", "lot", "purchase", "cap_use", "ledger_entry"]);

test.each([
  "select * from member where merchant_id = $1 and id = $2",
  'select "id" from "member" where ("member"."merchant_id" = $1 and "member"."id" = $2)',
  "select 1 from public.member m where m.merchant_id = $1 for update",
  "select 1 from member m join lot l on l.merchant_id = m.merchant_id and l.member_id = m.id where m.merchant_id = $1",
  "select 1 from member m, lot l where m.merchant_id = $1 and l.merchant_id = $1",
  "select 1 from member join lot using (merchant_id, id) where member.merchant_id = $1",
  "select * from member where (merchant_id, id) in (select $1::bigint, unnest($2::uuid[]))",
  "insert into lot (merchant_id, member_id) values ($1, $2) on conflict (merchant_id, member_id) do update set points = lot.points + 1",
  "insert into lot as l (merchant_id, member_id) values ($1, $2)",
  "update lot t set points = r.points from jsonb_to_recordset($2) as r(no int) where t.merchant_id = $1",
  "delete from lot where merchant_id = $1",
  "insert into member (merchant_id, id, purchase, lot) values ($1, $2, $3, $4)",
  "copy purchase (merchant_id, id) from stdin",
  "select id, (select count(*) from lot l where l.merchant_id = $1) from member where merchant_id = $1",
  "select slug from merchant -- from member",
  "select 'from member'",
  "begin",
])("held to one merchant: %s", (statement) => {
  expect(unscopedTables(statement, owned)).toEqual([]);
});

test.each([
  ["select * from member where id = $1", ["member"]],
  ["select merchant_id, id from member where id = $1", ["member"]],
  ["select count(*) from ledger_entry", ["ledger_entry"]],
  ["select 1 from member order by merchant_id", ["member"]],
  ["select 1 from member m join lot l on l.member_id = m.id where m.merchant_id = $1", ["member", "lot"]],
  ["select 1 from member m join lot l on l.merchant_id = m.merchant_id", ["member", "lot"]],
  ["select 1 from member m, lot l where m.merchant_id = $1", ["member", "lot"]],
  ["select 1 from merchant m, member, lot l where l.merchant_id = $1", ["member", "lot"]],
  ["insert into lot (member_id) values ($1) on conflict (merchant_id) do nothing", ["lot"]],
  ["update lot set points = 0 where member_id = $1", ["lot"]],
  ["delete from lot", ["lot"]],
  ["truncate lot", ["lot"]],
  ["perform 1 from member m where m.merchant_id = p; delete from lot;", ["lot"]],
])("not held to one merchant: %s", (statement, expected) => {
  expect(unscopedTables(statement, owned)).toEqual(expected);
});
