import { existsSync, linkSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { expect, test } from "vitest";
import { header, importShop, mapping, onePerLira } from "@/db/testing/import-shop";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { importMembers } from "./commands/import-members";
import { importPurchases } from "./commands/import-purchases";
import { undoImport } from "./commands/undo-import";
import { importSession } from "./import-session";

const database = await testDatabase();
const { file, shop, context, importRows, state, differences } = importShop(database);

test("rows of a basket may stand anywhere: 0.60 + 0.60 in rows 2 and 4 are one purchase of 1.20 and 1 point, not two of 0", async () => {
  const merchant = await shop();
  const report = await importRows(merchant, [
    "s1,ada,2026-03-01 10:00,coffee,0.60",
    "s2,bob,2026-03-01 10:05,coffee,2.00",
    "s1,ada,2026-03-01 10:00,cake,0.60",
  ]);
  expect(report).toMatchObject({ rows: 3, accepted: 2, points: 3 });
});

test("a row that is refused takes the other rows of its purchase with it, and the file says why; corrected, it imports", async () => {
  const merchant = await shop();
  const path = file(
    [
      header,
      "r1,ada,2026-03-01 10:00,coffee,1.00",
      "r2,bob,2026-03-01 10:00,coffee,1.00",
      "r1,ada,2026-03-01 10:00,coffee,12;3",
      ",cem,2026-03-01 10:00,coffee,1.00",
      "r3,cem,2026-02-30 10:00,coffee,1.00",
      "r4,dan,2026-03-01 10:00,coffee,-1.00",
      "r5,eve,2027-03-01 10:00,coffee,1.00",
      "r6,fay,2026-03-01 10:00,coffee",
      "r7,gus,2026-03-01 10:00,coffee,1.00",
      "r7,hal,2026-03-01 10:00,coffee,1.00",
    ].join("\n"),
  );
  const report = await importPurchases(context(merchant), { file: path, mapping });
  expect(report).toMatchObject({ rows: 10, accepted: 1, membersCreated: 1, refused: 9 });
  const kept = await database.sql`
    select row, field, code from import_refusal where merchant_id = ${merchant.merchantId} order by row`;
  expect(kept.map(({ row, field, code }) => [row, field, code])).toEqual([
    [2, null, "import.other_row"],
    [4, "amount", "import.number"],
    [5, "basket", "required"],
    [6, "time", "import.time"],
    [7, "amount", "import.negative"],
    [8, "time", "in_future"],
    [9, null, "csv.columns"],
    [10, "customer", "import.differs"],
    [11, "customer", "import.differs"],
  ]);
  const written = readFileSync(`${path}.refused.csv`, "utf8").split("\n");
  expect(written[0]).toBe(`refused row,refused field,refused because,${header}`);
  expect(written[2]).toBe("4,amount,This is not a number: 12;3,r1,ada,2026-03-01 10:00,coffee,12;3");

  const corrected = written
    .filter((line) => line.includes("r1,"))
    .map((line) => line.replace(/12;3$/, "2.00"));
  const again = await importPurchases(context(merchant), {
    file: file([written[0], ...corrected].join("\n")),
    mapping,
  });
  expect(again).toMatchObject({ accepted: 1, refused: 0, points: 3 });
});

test.each(["dry run", "run"])(
  "in a %s, only a list of refused rows is written over or removed: not the file, by whatever name, nor one of the shop's",
  async (kind) => {
    const merchant = await shop();
    const good = "t1,ada,2026-03-01 10:00,coffee,1.00";
    const bad = "t2,bob,2026-03-01 10:00,coffee,x";
    const path = file([header, good].join("\n"));
    const others = file("what,the shop keeps\n");
    const dryRun = kind === "dry run";
    const run = (source: string, refusedFile: string) =>
      importPurchases(context(merchant), { file: source, mapping, dryRun, refusedFile });
    linkSync(path, `${path}.linked`);
    for (const taken of [path, `${path}.linked`, others, dirname(path)]) {
      await expect(run(path, taken)).rejects.toThrow("is there already and is not a list of refused rows");
    }
    expect(readFileSync(path, "utf8")).toBe([header, good].join("\n"));
    expect(readFileSync(others, "utf8")).toBe("what,the shop keeps\n");
    expect((await state(merchant)).purchases).toEqual([]);

    const list = `${path}.list`;
    const worse = file([header, bad, bad].join("\n"));
    for (const [source, rows] of [
      [file([header, bad].join("\n")), 1],
      [worse, 2],
    ] as const) {
      await run(source, list);
      expect(readFileSync(list, "utf8").trim().split("\n")).toHaveLength(1 + rows);
    }
    await expect(run(list, list)).rejects.toThrow("is there already");
    await run(path, list);
    expect(existsSync(list)).toBe(false);
  },
);

test("the same basket with other content is refused row by row, and what was recorded stays", async () => {
  const merchant = await shop();
  await importRows(merchant, ["d1,ada,2026-03-01 10:00,coffee,1.00"]);
  const report = await importRows(merchant, ["d1,ada,2026-03-01 10:00,coffee,2.00"]);
  expect(report).toMatchObject({ accepted: 0, refused: 1 });
  const [refusal] = await database.sql`
    select field, code from import_refusal where merchant_id = ${merchant.merchantId}`;
  expect(refusal).toEqual({ field: "basket", code: "used" });
});

test("a basket that another shopper has already is refused, and does not make a member of Zoe, in a dry run neither; her own basket does", async () => {
  const merchant = await shop();
  await importRows(merchant, ["d1,ada,2026-03-01 10:00,coffee,1.00"]);
  const before = await state(merchant);
  const stolen = ["d1,zoe,2026-03-01 10:00,coffee,1.00"];
  for (const dryRun of [true, false]) {
    const report = await importRows(merchant, stolen, {}, { dryRun });
    expect(report).toMatchObject({ accepted: 0, refused: 1, membersCreated: 0 });
    expect(await state(merchant)).toEqual(before);
  }
  const report = await importRows(merchant, [...stolen, "d2,zoe,2026-03-02 10:00,coffee,1.00"]);
  expect(report).toMatchObject({ accepted: 1, refused: 1, membersCreated: 1 });
  expect(await differences(merchant)).toEqual([]);
});

test("nobody is enrolled where the mapping says so, although the shop's first purchases enrol", async () => {
  const merchant = await shop({ ...onePerLira, enrolment: { universalDefault: true } });
  const rows = ["e1,ada,2026-03-01 10:00,coffee,1.00"];
  expect(await importRows(merchant, rows, { members: { enrol: false } })).toMatchObject({
    accepted: 0,
    refused: 1,
    membersCreated: 0,
  });
  expect((await state(merchant)).members).toEqual([]);
});

test("a purchase of 501 lines is refused, all of them by row; one of 500 is recorded for 500 x 1", async () => {
  const merchant = await shop();
  const lines = (no: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${no},ada,2026-03-01 10:00,type ${index},1.00`);
  const report = await importRows(merchant, [...lines("long", 501), ...lines("fits", 500)]);
  expect(report).toMatchObject({ rows: 1001, accepted: 1, refused: 501, points: 500 });
});

test("a dry run says what an import would do and writes nothing", async () => {
  const merchant = await shop();
  const rows = ["n1,ada,2026-03-01 10:00,coffee,12.40", "n2,ada,2026-03-02 10:00,coffee,x"];
  const before = await state(merchant);
  const report = await importRows(merchant, rows, {}, { dryRun: true });
  expect(report).toMatchObject({ id: null, accepted: 1, membersCreated: 1, points: 12, refused: 1 });
  expect(await state(merchant)).toEqual(before);
  expect(await database.sql`select id from import_run where merchant_id = ${merchant.merchantId}`).toEqual(
    [],
  );
});

test("who is no member is refused by row when nobody is to be enrolled", async () => {
  const merchant = await shop();
  await testMember(database, merchant, { externalId: "ada" });
  const rows = ["e1,ada,2026-03-01 10:00,coffee,1.00", "e2,bob,2026-03-01 10:00,coffee,1.00"];
  const report = await importRows(merchant, rows, { members: { enrol: false } });
  expect(report).toMatchObject({ accepted: 1, refused: 1, membersCreated: 0 });
});

test("a budget goes to who bought first, not to who stands first: 50 of 60 to Zoe in March, 10 to Ada in April", async () => {
  const merchant = await shop({
    earning: {
      rules: [{ key: "base", name: "Base", effect: { kind: "rate", points: 1, per: 100 }, budget: 60 }],
    },
  });
  await importRows(merchant, ["t1,ada,2026-04-01 10:00,coffee,50", "t2,zoe,2026-03-01 10:00,coffee,50"]);
  expect((await state(merchant)).purchases).toEqual([
    { external_id: "t1", points: 10 },
    { external_id: "t2", points: 50 },
  ]);
});

test("two imports of one shop do not run at once", async () => {
  const merchant = await shop();
  await importSession(database, merchant.merchantId, async () => {
    await expect(importRows(merchant, ["l1,ada,2026-03-01 10:00,coffee,10"])).rejects.toMatchObject({
      code: "import_running",
    });
  });
});

test("members are enrolled with what the file knows of them; again nothing changes; what belongs to another, and whoever is born tomorrow or before 1900, is refused; undone they are gone", async () => {
  const merchant = await shop();
  await testMember(database, merchant, { email: "taken@example.com" });
  const before = await state(merchant);
  const membersMapping = {
    member: {
      externalId: "no",
      name: ["first", "last"],
      email: "mail",
      phone: "phone",
      birthday: { column: "born", format: "DD.MM.YYYY" },
      attributes: { town: "town" },
    },
    empty: ["-"],
  };
  const content = [
    "no;first;last;mail;phone;born;town",
    "1;Ada;Şahin;ada@example.com;0532 123 45 67;31.01.1990;İzmir",
    "2;Bob;-;taken@example.com;-;-;-",
    "3;Cem;-;nonsense;-;-;-",
    "4;Dan;-;-;-;21.11.2026;-",
    "5;Eve;-;-;-;31.12.1899;-",
    "1;Ada;Şahin;ada@example.com;0532 123 45 67;31.01.1990;İzmir",
  ].join("\r\n");
  const run = () =>
    importMembers(context(merchant), { file: file(`\ufeff${content}`), mapping: membersMapping });
  const report = await run();
  expect(report).toMatchObject({ rows: 6, accepted: 1, repeated: 1, refused: 4, membersCreated: 1 });
  const [ada] = await database.sql`
    select name, phone, birthday::text, attributes from member where merchant_id = ${merchant.merchantId} and external_id = '1'`;
  expect(ada).toEqual({
    name: "Ada Şahin",
    phone: "+905321234567",
    birthday: "1990-01-31",
    attributes: { town: "İzmir" },
  });
  expect(await run()).toMatchObject({ accepted: 0, repeated: 2, refused: 4 });
  await undoImport(context(merchant), { id: report.id ?? "" });
  expect(await state(merchant)).toEqual(before);
  expect(await differences(merchant)).toEqual([]);
});

test("a Turkish spreadsheet: semicolons, decimal commas, windows-1254, Turkish words for our product types", async () => {
  const merchant = await shop();
  const content =
    "basket;customer;time;type;amount\nq1;ada;2026-03-01 10:00;Çay;1.234,50\nq2;ada;2026-03-01 11:00;Kahve;0,50\n";
  const path = file(Buffer.from([...content].map((c) => ({ Ç: 0xc7 })[c] ?? c.charCodeAt(0))));
  const turkish = {
    ...mapping,
    encoding: "windows-1254",
    decimal: ",",
    line: { amount: "amount", productType: { column: "type", values: { Çay: "tea" }, otherwise: "other" } },
  };
  expect(await importPurchases(context(merchant), { file: path, mapping: turkish })).toMatchObject({
    accepted: 2,
    points: 1234,
  });
  const types =
    await database.sql`select product_type as type from purchase_line where merchant_id = ${merchant.merchantId} order by 1`;
  expect(types.map(({ type }) => type)).toEqual(["other", "tea"]);
});
