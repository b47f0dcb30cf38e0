import type { Database } from "@/db/client";
import type { StaffActor } from "@/lib/access/actor";
import { chooseColumns } from "@/lib/integrations/import/commands/choose-columns";
import { importMembers } from "@/lib/integrations/import/commands/import-members";
import { openImport } from "@/lib/integrations/import/commands/open-import";
import { keepFile, withKeptFile } from "@/lib/integrations/import/kept-file";
import { readRefused } from "@/lib/integrations/import/progress-note";
import { addDays, localDate } from "@/lib/kernel/calendar";

interface Seeding {
  database: Database;
  actor: StaffActor;
  now: Date;
}

const zone = "Europe/Istanbul";

/** What the café brought along: last year's newsletter list, and the web shop's orders, which wait for a second look. */
export async function seedImports(seeding: Seeding): Promise<void> {
  const { database, actor, now } = seeding;
  const [known] =
    await database.sql`select 1 from import_run where merchant_id = ${actor.merchantId} limit 1`;
  if (known) return;
  const list = await send(seeding, "members", "newsletter-list.csv", newsletter);
  const file = { merchantId: actor.merchantId, id: list, file: "sent", name: "newsletter-list.csv" } as const;
  await withKeptFile(database, file, async (path) => {
    const mapping = { member: { name: ["Ad", "Soyad"], email: "E-posta", phone: "Telefon" } };
    const report = await importMembers(seeding, { file: path, mapping, runId: list });
    await keepFile(database, { ...file, file: "refused" }, readRefused(report.refusedFile));
  });
  const orders = await send(seeding, "purchases", "web-shop-2026.csv", webShop(localDate(now, zone)));
  await chooseColumns.execute(seeding, { id: orders, kind: "purchases", mapping: webShopMapping });
}

async function send(seeding: Seeding, kind: "purchases" | "members", fileName: string, text: string) {
  const { database, actor } = seeding;
  const { id } = await openImport.execute(seeding, { kind, fileName });
  const bytes = await keepFile(database, { merchantId: actor.merchantId, id, file: "sent" }, toBytes(text));
  await database.sql`
    update import_run set file_bytes = ${bytes} where merchant_id = ${actor.merchantId} and id = ${id}`;
  return id;
}

async function* toBytes(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

const newsletter = `Ad;Soyad;E-posta;Telefon
Nermin;Yalçın;nermin.yalcin@example.com;0532 555 01 11
Barış;Özkan;baris.ozkan@example.com;
Şule;Tekin;sule.tekin@example.com;0533 555 01 12
Onur;Gündüz;onur.gunduz@;0533 555 01 13
İpek;Soylu;ipek.soylu@example.com;0542 555 01 14
Tuna;Erdem;;0542 555 01 15
Ferit;Akın;;
Melis;Uçar;melis.ucar@example.com;
`;

const webShopMapping = {
  decimal: ",",
  purchase: {
    externalId: "Sipariş No",
    occurredAt: { column: "Tarih", format: "DD.MM.YYYY HH:mm" },
    member: { email: "E-posta" },
  },
  line: {
    amount: "Tutar",
    productType: { column: "Kategori", values: { Kahve: "coffee", Çekirdek: "beans", Yiyecek: "food" } },
    name: "Ürün",
    quantity: "Adet",
  },
};

function webShop(today: string): string {
  const rows = [
    "W-2041;{-9} 10:12;elif@example.com;Kahve;Filtre kahve 250 g;1;240,00",
    "W-2042;{-8} 19:40;nermin.yalcin@example.com;Çekirdek;Ethiopia Guji 250 g;2;760,00",
    "W-2042;{-8} 19:40;nermin.yalcin@example.com;Yiyecek;Kurabiye kutusu;1;310,00",
    "W-2043;{-7} 08:05;ipek.soylu@example.com;Çekirdek;Colombia Huila 250 g;1;365,00",
    "W-2044;dün;melis.ucar@example.com;Kahve;Soğuk demleme;4;520,00",
    "W-2045;{-5} 13:22;sule.tekin@example.com;Kahve;Filtre kahve 250 g;1;240,00",
    "W-2046;{-4} 21:15;baris.ozkan@example.com;Yiyecek;Kurabiye kutusu;2;620,00",
    "W-2047;{-3} 09:30;elif@example.com;Çekirdek;Ethiopia Guji 250 g;1;380,00",
    "W-2048;{-2} 16:48;tuna@;Çekirdek;Colombia Huila 250 g;1;365,00",
    "W-2049;{-1} 11:02;nermin.yalcin@example.com;Kahve;Soğuk demleme;2;260,00",
  ];
  const dated = rows.map((row) =>
    row.replace(/\{(-\d+)\}/, (_, days: string) => {
      const [year, month, day] = addDays(today, Number(days)).split("-");
      return `${day}.${month}.${year}`;
    }),
  );
  return `${["Sipariş No;Tarih;E-posta;Kategori;Ürün;Adet;Tutar", ...dated].join("\n")}\n`;
}
