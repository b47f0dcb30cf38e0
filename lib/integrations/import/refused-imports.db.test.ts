import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { expect, test } from "vitest";
import { header, importShop, mapping } from "@/db/testing/import-shop";
import { testDatabase } from "@/db/testing/test-database";
import { Problem } from "@/lib/kernel/problems";
import { importMembers } from "./commands/import-members";
import { importPurchases } from "./commands/import-purchases";

const database = await testDatabase();
const { file, shop, context, importRows, state } = importShop(database);

test("a file with the column amount twice: refused, since nobody can tell which is meant", async () => {
  const merchant = await shop();
  const path = file(`${header},amount\nv1,ada,2026-03-01 10:00,tea,1.00,2.00\n`);
  await expect(importPurchases(context(merchant), { file: path, mapping })).rejects.toMatchObject({
    fields: [{ path: "line.amount.0.column", code: "import.column_twice", params: { column: "amount" } }],
  });
});

test("a joined file with the column department twice, or its key, and a file with the column that leads to it twice: refused in words", async () => {
  const merchant = await shop();
  const joining = (columns: string, own = header) => {
    const products = basename(file(`${columns}\n1,tea,coffee\n`));
    const path = file(`${own}\nv1,ada,2026-03-01 10:00,1,1.00${own === header ? "" : ",2"}\n`);
    const line = { ...mapping.line, productType: "products.department" };
    const files = { products: { file: products, key: "product", match: "type" } };
    return importPurchases(context(merchant), { file: path, mapping: { ...mapping, line, files } });
  };
  await expect(joining("product,department,department")).rejects.toThrow(
    "has the column department more than once: give each a name of its own",
  );
  await expect(joining("product,department,product")).rejects.toThrow(
    "has the column product more than once",
  );
  await expect(joining("product,department,other", `${header},type`)).rejects.toMatchObject({
    fields: [{ path: "line.productType.column", code: "import.column_twice", params: { column: "type" } }],
  });
  expect(await joining("product,department,other")).toMatchObject({ accepted: 1 });
});

test.each(["purchases", "members"])(
  "refused %s that could not be written down stop the import before its first row, in words; in a folder that is there they do not",
  async (kind) => {
    const merchant = await shop();
    const path = file(`${header}\nv1,ada,2026-03-01 10:00,tea,1.00\nv2,ada,2026-03-01 10:00,tea,x\n`);
    const run = (refusedFile: string, dryRun = false) =>
      kind === "purchases"
        ? importPurchases(context(merchant), { file: path, mapping, refusedFile, dryRun })
        : importMembers(context(merchant), {
            file: path,
            mapping: { member: { externalId: "customer", birthday: "amount" } },
            refusedFile,
            dryRun,
          });
    for (const nowhere of [join(dirname(path), "no", "such.csv"), join(path, "below-a-file.csv")]) {
      for (const dryRun of [true, false])
        await expect(run(nowhere, dryRun)).rejects.toThrow(
          new RegExp(
            `^The refused rows cannot be written to ${nowhere} \\(EN\\w+\\): with --refused, name a file`,
          ),
        );
    }
    expect(await state(merchant)).toMatchObject({ purchases: [], members: [] });
    expect(await database.sql`select id from import_run where merchant_id = ${merchant.merchantId}`).toEqual(
      [],
    );
    const list = `${path}.${kind}`;
    await run(list);
    expect(existsSync(list)).toBe(true);
  },
);

test.each([
  ["UTF-16 without its mark", Buffer.from(`${header}\n`, "utf16le"), "looks like UTF-16 without its mark"],
  [
    "lines that end with a carriage return alone",
    `${header}\rv1,ada,2026-03-01 10:00,tea,1.00\r`,
    "a carriage return alone",
  ],
])("a file with %s is refused in words", async (_, content, words) => {
  const merchant = await shop();
  await expect(importPurchases(context(merchant), { file: file(content), mapping })).rejects.toThrow(words);
});

test("what is not valid UTF-8 is refused by its row", async () => {
  const merchant = await shop();
  const path = file(
    Buffer.concat([
      Buffer.from(`${header}\nv1,ada,2026-03-01 10:00,`),
      Buffer.from([0xc7]),
      Buffer.from("ay,1.00\nv2,ada,2026-03-01 10:00,tea,1.00\n"),
    ]),
  );
  expect(await importPurchases(context(merchant), { file: path, mapping })).toMatchObject({
    accepted: 1,
    refused: 1,
  });
});

test("a mapping is refused by its fields, a column that is not there by its name, and nothing is written", async () => {
  const merchant = await shop();
  const fields = async (changes: object) => {
    const error: unknown = await importRows(merchant, ["y1,ada,2026-03-01 10:00,coffee,1"], changes).catch(
      (thrown) => thrown,
    );
    if (!(error instanceof Problem)) throw error;
    return error.fields.map(({ path, code }) => `${path} ${code}`);
  };
  expect(await fields({ surprise: 1 })).toEqual(["surprise unknown"]);
  expect(await fields({ line: { productType: "type" } })).toEqual(["line.amount required"]);
  expect(await fields({ line: { productType: "kind", amount: "amount" } })).toEqual([
    "line.productType.column import.column",
  ]);
  expect(await fields({ purchase: { ...mapping.purchase, member: { email: "a", phone: "b" } } })).toEqual([
    "purchase.member import.one_of_member",
  ]);
  expect(await fields({ timezone: "Mars/Olympus" })).toEqual(["timezone timezone"]);
  expect(await fields({ encoding: "klingon" })).toEqual(["encoding import.encoding"]);
  expect(await database.sql`select id from import_run where merchant_id = ${merchant.merchantId}`).toEqual(
    [],
  );
});

test("a constant that no rule could take is told by what it is, in the reader's words, and the Turkish list of refused rows is written over by an English one", async () => {
  const merchant = await shop();
  const path = file([header, "t1,ada,2026-03-01 10:00,coffee,1.00"].join("\n"));
  const line = { productType: { constant: "x".repeat(101) }, amount: "amount" };
  const run = (locale: "en" | "tr") =>
    importPurchases({ ...context(merchant), locale }, { file: path, mapping: { ...mapping, line } });
  const firstOf = (text: string) => text.split("\n").map((row) => row.split(",").slice(0, 2).join());
  await run("tr");
  expect(firstOf(readFileSync(`${path}.refused.csv`, "utf8"))).toEqual([
    "kabul edilmeyen satır,hangi alan",
    "2,ürün türü",
    "",
  ]);
  await run("en");
  expect(firstOf(readFileSync(`${path}.refused.csv`, "utf8"))).toEqual([
    "refused row,refused field",
    "2,product type",
    "",
  ]);
});

test("a file whose own columns are called line.amount and member.mail: its refused rows name them so, in Turkish as well", async () => {
  const merchant = await shop();
  await importMembers(context(merchant), {
    file: file("no,mail\n1,ada@example.com\n"),
    mapping: { member: { externalId: "no", email: "mail" } },
  });
  const reading = { ...context(merchant), locale: "tr" as const };
  const secondOf = (path: string) =>
    readFileSync(`${path}.refused.csv`, "utf8")
      .split("\n")
      .slice(1, -1)
      .map((row) => row.split(",")[1]);

  const purchases = file("basket,customer,time,type,line.amount\nv1,ada,2026-03-01 10:00,tea,x\n");
  const line = { productType: "type", amount: "line.amount" };
  await importPurchases(reading, { file: purchases, mapping: { ...mapping, line } });
  expect(secondOf(purchases)).toEqual(["line.amount"]);

  const members = file("member.no,member.mail\n2,nonsense\n3,ada@example.com\n");
  const member = { externalId: "member.no", email: "member.mail" };
  await importMembers(reading, { file: members, mapping: { member } });
  expect(secondOf(members)).toEqual(["member.mail", "member.mail"]);
});

test("two rows of 6,000,000,000.00 are more than one purchase can come to: the refusal names the file's own column", async () => {
  const merchant = await shop();
  const path = file(
    "basket,customer,time,type,Tutar\nb1,ada,2026-03-01 10:00,tea,6000000000\nb1,ada,2026-03-01 10:00,tea,6000000000\n",
  );
  const line = { productType: "type", amount: "Tutar" };
  const report = await importPurchases(context(merchant), { file: path, mapping: { ...mapping, line } });
  expect(report).toMatchObject({ accepted: 0, reasons: [{ field: "Tutar", rows: 2 }] });
});
