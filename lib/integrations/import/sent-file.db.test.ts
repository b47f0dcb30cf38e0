import { expect, test } from "vitest";
import { adoptDatabase } from "@/db/connection";
import { onePerUnit } from "@/db/testing/shopping";
import { testDatabase } from "@/db/testing/test-database";
import { type TestMerchant, testMerchant } from "@/db/testing/test-merchant";
import { cleanUp } from "../jobs/clean-up";
import { runImport } from "../jobs/run-import";
import { askImport } from "./commands/ask-import";
import { chooseColumns } from "./commands/choose-columns";
import { discardImport } from "./commands/discard-import";
import { getImport } from "./queries/get-import";
import { previewImport } from "./queries/preview-import";
import { readMappingFile } from "./queries/read-mapping-file";
import { readRefusedFile } from "./queries/read-refused";
import { writeMappingFile } from "./queries/write-mapping-file";
import { receiveFile } from "./receive-file";

const database = await testDatabase();
adoptDatabase(database);

const program = { earning: { rules: [onePerUnit] }, enrolment: { universalDefault: true } };
const now = new Date("2026-11-20T09:00:00Z");
const asking = (shop: TestMerchant) => ({ actor: shop.actor, database, now });

const mapping = {
  purchase: { externalId: "no", member: { email: "mail" }, occurredAt: "at" },
  line: { productType: "type", amount: "paid" },
};
const csv = `no,mail,at,type,paid
1,ada@example.com,2026-03-01 10:00,coffee,10.00
1,ada@example.com,2026-03-01 10:00,cake,20.00
2,bob@example.com,2026-03-02 10:00,coffee,40.00
3,nobody,2026-03-03 10:00,coffee,5.00
`;

const bytes = (text: string) => new Blob([text]).stream() as unknown as AsyncIterable<Uint8Array>;

const receive = (shop: TestMerchant, text = csv, named = {}) =>
  receiveFile.execute(asking(shop), {
    kind: "purchases",
    fileName: "sales.csv",
    length: 0,
    body: bytes(text),
    ...named,
  });

async function sent(shop: TestMerchant, text = csv): Promise<string> {
  const { id } = await receive(shop, text);
  await chooseColumns.execute(asking(shop), { id, kind: "purchases", mapping });
  return id;
}

/** What a worker does with the one job that was asked for. */
async function work(id: string, attempt = 1): Promise<void> {
  const jobs = await database.sql<{ payload: unknown }[]>`
    select payload from graphile_worker._private_jobs where payload ->> 'id' = ${id}`;
  await database.sql`delete from graphile_worker._private_jobs where payload ->> 'id' = ${id}`;
  for (const { payload } of jobs)
    await runImport(payload, { job: { attempts: attempt, max_attempts: 5 } as never });
}

const state = async (shop: TestMerchant, id: string) => getImport.execute(asking(shop), { id });

async function textOf(bytes: AsyncIterable<Buffer>): Promise<string> {
  let text = "";
  for await (const part of bytes) text += part.toString("utf8");
  return text;
}

test("two purchases of 30.00 and 40.00, one row without a member: tried, recorded for 70, its refused row kept, taken back", async () => {
  const shop = await testMerchant(database, { program });
  const id = await sent(shop);
  await askImport.execute(asking(shop), { id, task: "check", locale: "tr" });
  expect(await state(shop, id)).toMatchObject({ status: "open", task: "check" });
  await work(id);
  const tried = await state(shop, id);
  expect(tried).toMatchObject({ status: "open", task: null, failure: null, hasRefused: true });
  expect(tried?.checked).toMatchObject({ rows: 4, accepted: 2, points: 70, membersCreated: 2, refused: 1 });
  expect(tried?.checked?.reasons).toEqual([
    { field: "mail", message: "Bu ada@example.com gibi bir e-posta adresi değil.", rows: 1 },
  ]);
  expect(await members(shop)).toEqual([]);

  await askImport.execute(asking(shop), { id, task: "record", locale: "tr" });
  await askImport.execute(asking(shop), { id, task: "record", locale: "tr" });
  await work(id);
  expect(await state(shop, id)).toMatchObject({ status: "done", accepted: 2, points: 70, refused: 1 });
  expect(await members(shop)).toEqual([30, 40]);

  const { bytes } = await readRefusedFile.execute(asking(shop), { id });
  const [first, refused] = (await textOf(bytes)).split("\n");
  expect(first).toMatch(/^kabul edilmeyen satır,hangi alan,neden,/);
  expect(refused).toBe(
    "5,mail,Bu ada@example.com gibi bir e-posta adresi değil.,3,nobody,2026-03-03 10:00,coffee,5.00",
  );

  await askImport.execute(asking(shop), { id, task: "undo", locale: "en" });
  await work(id);
  expect(await state(shop, id)).toMatchObject({ status: "undone", task: null });
  expect(await members(shop)).toEqual([]);
});

const members = async ({ merchantId }: TestMerchant): Promise<number[]> =>
  (
    await database.sql<{ balance: number }[]>`
      select balance from member where merchant_id = ${merchantId} and status = 'active' order by balance`
  ).map(({ balance }) => balance);

test("a preview shows how the first rows land, its guess reads the header, and writes nothing", async () => {
  const shop = await testMerchant(database, { program });
  const { id } = await receive(shop);
  const asked = { id, kind: "purchases", locale: "en" } as const;
  const first = await previewImport.execute(asking(shop), { ...asked, mapping: {} });
  expect(first).toMatchObject({
    rows: null,
    fields: { purchase: expect.any(String), line: expect.any(String) },
  });
  expect(first.header).toEqual(["no", "mail", "at", "type", "paid"]);
  expect(first.guess).toMatchObject({ purchase: { member: { email: "mail" } }, line: { amount: "paid" } });
  const { rows } = await previewImport.execute(asking(shop), { ...asked, mapping });
  expect(rows).toMatchObject([
    { row: 2, no: "1", amount: 3000, outcome: { is: "points", points: 30 } },
    { row: 4, no: "2", amount: 4000, outcome: { is: "points", points: 40 } },
    { row: 5, no: "3", outcome: { is: "refused" } },
  ]);
  expect(await members(shop)).toEqual([]);
});

test("a worker that was killed and started again records nothing twice", async () => {
  const shop = await testMerchant(database, { program });
  const id = await sent(shop);
  await askImport.execute(asking(shop), { id, task: "check", locale: "en" });
  await work(id);
  await askImport.execute(asking(shop), { id, task: "record", locale: "en" });
  const [job] = await database.sql<{ payload: unknown }[]>`
    select payload from graphile_worker._private_jobs where payload ->> 'id' = ${id}`;
  await work(id);
  await database.sql`update import_run set task = 'record', status = 'running' where id = ${id} and merchant_id = ${shop.merchantId}`;
  await runImport(job?.payload, { job: { attempts: 2, max_attempts: 5 } as never });
  expect(await state(shop, id)).toMatchObject({ status: "done", accepted: 0, repeated: 2 });
  expect(await members(shop)).toEqual([30, 40]);
});

test("a column that is not there, a broken header and a program that is gone are said in words, and the file stays open", async () => {
  const shop = await testMerchant(database, { program });
  const id = await sent(shop);
  const wrong = { ...mapping, line: { productType: "type", amount: "price" } };
  await chooseColumns.execute(asking(shop), { id, kind: "purchases", mapping: wrong });
  await askImport.execute(asking(shop), { id, task: "check", locale: "en" });
  await work(id);
  const stopped = await state(shop, id);
  expect(stopped).toMatchObject({ status: "open", task: null, checked: null });
  expect(stopped?.failure).toBe("There is no column price. There are: no, mail, at, type, paid.");
});

test("an import is recorded after it was tried with these columns, not before", async () => {
  const shop = await testMerchant(database, { program });
  const id = await sent(shop);
  const record = () => askImport.execute(asking(shop), { id, task: "record", locale: "en" });
  await expect(record()).rejects.toMatchObject({ code: "conflict" });
  await askImport.execute(asking(shop), { id, task: "check", locale: "en" });
  await expect(record()).rejects.toMatchObject({ code: "import_running" });
  await work(id);
  await chooseColumns.execute(asking(shop), { id, kind: "purchases", mapping: { ...mapping, decimal: "." } });
  await expect(record()).rejects.toMatchObject({ code: "conflict" });
});

test("a spreadsheet, an empty file and a name that is a path: refused in words, or made a name; nothing is left behind", async () => {
  const shop = await testMerchant(database, { program });
  const runs = () =>
    database.sql`select file_name as name from import_run where merchant_id = ${shop.merchantId}`;
  await expect(receive(shop, "PK\u0003\u0004")).rejects.toMatchObject({
    fields: [{ path: "file", code: "csv.spreadsheet" }],
  });
  await expect(receive(shop, "")).rejects.toMatchObject({
    fields: [{ path: "file", code: "csv.empty" }],
  });
  expect(await runs()).toEqual([]);
  await receive(shop, csv, { kind: "members", fileName: "..\\../etc/passwd" });
  await expect(receive(shop, csv, { kind: "cows" })).rejects.toMatchObject({ fields: [{ path: "kind" }] });
  await expect(receive(shop, csv, { length: 1e9 })).rejects.toMatchObject({
    code: "too_large",
    params: { kilobytes: 512 * 1024 },
  });
  expect(await runs()).toEqual([{ name: "passwd" }]);
});

test("a cashier may import nothing, and another shop's import is not there", async () => {
  const [shop, other] = [
    await testMerchant(database, { program }),
    await testMerchant(database, { program }),
  ];
  const id = await sent(shop);
  const cashier = await shop.staff("cashier");
  await expect(receive({ ...shop, actor: cashier })).rejects.toMatchObject({
    code: "forbidden",
  });
  expect(await state(other, id)).toBeNull();
  for (const refused of [
    () => askImport.execute(asking(other), { id, task: "check", locale: "en" }),
    () => chooseColumns.execute(asking(other), { id, kind: "purchases", mapping }),
    () => discardImport.execute(asking(other), { id }),
    () => readRefusedFile.execute(asking(other), { id }),
    () => writeMappingFile.execute(asking(other), { id }),
  ]) {
    await expect(refused()).rejects.toMatchObject({ code: "not_found" });
  }
});

test("a mapping kept as a file is read again as it was; what is no YAML is told by its line", async () => {
  const shop = await testMerchant(database, { program });
  const id = await sent(shop);
  const { text } = await writeMappingFile.execute(asking(shop), { id });
  expect(await readMappingFile.execute(asking(shop), { text })).toEqual({ kind: "purchases", mapping });
  await expect(readMappingFile.execute(asking(shop), { text: "a: b\nc: [1,\nd: }\n" })).rejects.toMatchObject(
    {
      fields: [{ code: "import.no_yaml", params: { line: 3 } }],
    },
  );
  await expect(readMappingFile.execute(asking(shop), { text: "purchase: 1\n" })).rejects.toMatchObject({
    fields: [{ code: "import.mapping_file" }],
  });
});

test("thirty days later the file is gone, and what was recorded of it stays", async () => {
  const shop = await testMerchant(database, { program });
  const id = await sent(shop);
  await cleanUp(database, new Date("2026-12-19T09:00:00Z"));
  const parts = () => database.sql`select no from import_file_part where merchant_id = ${shop.merchantId}`;
  expect(await parts()).toHaveLength(1);
  await cleanUp(database, new Date("2026-12-21T09:00:00Z"));
  expect(await parts()).toEqual([]);
  expect(await state(shop, id)).toMatchObject({ status: "open" });
});
