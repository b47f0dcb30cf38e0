import { type Database, openDatabase } from "@/db/client";
import type { StaffActor, SystemActor } from "@/lib/access/actor";
import { hashPassword } from "@/lib/access/password";
import { issueToken } from "@/lib/access/sign-in-token";
import { countComeBacks } from "@/lib/insights/commands/count-come-backs";
import { dueWork } from "@/lib/integrations/due-work";
import { runAllDue } from "@/lib/integrations/run-all-due";
import { addDays, localDate, startOfDay } from "@/lib/kernel/calendar";
import { systemNow } from "@/lib/kernel/clock";
import { env } from "@/lib/kernel/env";
import { uuidv7 } from "@/lib/kernel/ids";
import { createMerchant } from "@/lib/merchants/create-merchant";
import { savePriceList } from "@/lib/products/commands/save-price-list";
import { getPriceList } from "@/lib/products/queries/get-price-list";
import { applyProgram } from "@/lib/program/commands/apply-program";
import { priceList, publications } from "./cafe";
import { seedDesk } from "./desk";
import { seedEvenings } from "./evenings";
import { liveDay } from "./history";
import { seedImports } from "./imports";
import { people } from "./people";
import { sequence } from "./random";

export interface SignIn {
  role: "customer" | "cashier" | "owner";
  url: string;
  email: string;
  password?: string;
}

const slug = "kose-kahve";
const zone = "Europe/Istanbul";
const password = "bir fincan kahve";
const owner = { email: "deniz@example.com", name: "Deniz Aksoy" };
const cashier = { email: "ece@example.com", name: "Ece Demir" };
const customer = "elif@example.com";
const day = 86_400_000;
const everybody = people(sequence(7), 64);
const linkLifetime = 7 * day;

/**
 * The demo café with a year of days up to now. Run again it adds the days since; stopped in the middle it goes on. The
 * customer's link is made anew each time.
 */
export async function seedDemo(databaseUrl: string): Promise<{ signIns: SignIn[] }> {
  const database = openDatabase(databaseUrl, { max: 4, name: "regulars-seed" });
  try {
    const now = systemNow();
    const merchantId = (await knownShop(database)) ?? (await openShop(database, now));
    await liveOn(database, merchantId, now);
    const system: SystemActor = { kind: "system", merchantId, name: "demo", transport: "job" };
    await countComeBacks.execute({ actor: system, now, database }, {});
    const actor = await ownerOf(database, merchantId);
    const cashier = await addCashier(database, merchantId, now);
    await seedDesk({ database, actor, cashier, now }, everybody);
    await seedImports({ database, actor, now });
    await seedEvenings({ database, actor, now });
    return { signIns: await signIns(database, merchantId, now) };
  } finally {
    await database.close();
  }
}

async function knownShop({ sql }: Database): Promise<number | null> {
  const [row] = await sql<{ id: number }[]>`select id from merchant where slug = ${slug}`;
  return row?.id ?? null;
}

async function openShop(database: Database, now: Date): Promise<number> {
  const opened = new Date(now.getTime() - 366 * day);
  const { id } = await createMerchant(
    database,
    {
      slug,
      name: "Köşe Kahve",
      currency: "TRY",
      timezone: zone,
      locale: "en",
      country: "TR",
      ownerEmail: owner.email,
      ownerName: owner.name,
      ownerPassword: password,
    },
    opened,
  );
  return id;
}

/** Lives every day that has not been lived yet, publishing on the way what the café published then. */
async function liveOn(database: Database, merchantId: number, now: Date): Promise<void> {
  const clerk = await addCashier(database, merchantId, now);
  const system: SystemActor = { kind: "system", merchantId, name: "demo", transport: "job" };
  const publisher = await ownerOf(database, merchantId);
  await writePriceList({ actor: system, now, database });
  const [last] = await database.sql<{ day: string | null }[]>`
    select max(day)::text as day from purchase where merchant_id = ${merchantId} and channel = 'store'`;
  const today = localDate(now, zone);
  for (let daysAgo = 365; daysAgo >= 0; daysAgo--) {
    const date = addDays(today, -daysAgo);
    if (last?.day && date < last.day) continue;
    const morning = startOfDay(date, zone);
    for (const { daysAgo: published, note, program } of publications) {
      if (published !== daysAgo) continue;
      await applyProgram.execute({ actor: publisher, now: morning, database }, { content: program, note });
    }
    await liveDay({ database, actor: clerk, everybody, shown: customer, daysAgo, now });
    if (daysAgo % 7 === 0)
      await runAllDue(
        { actor: system, now: new Date(Math.min(now.getTime(), morning.getTime() + day)), database },
        // Nobody writes to people about days that are long past.
        daysAgo === 0 ? dueWork : dueWork.filter(({ name }) => name !== "messaging"),
      );
  }
}

async function writePriceList(as: { actor: SystemActor; now: Date; database: Database }): Promise<void> {
  const { revision } = await getPriceList.execute(as, {});
  if (revision === 0) await savePriceList.execute(as, { products: priceList, revision });
}

async function ownerOf({ sql }: Database, merchantId: number): Promise<StaffActor> {
  const [account] = await sql<{ id: string }[]>`select id from account where email = ${owner.email}`;
  if (!account) throw new Error("the owner was not added");
  return { kind: "staff", merchantId, accountId: account.id, role: "owner", transport: "web" };
}

async function addCashier({ sql }: Database, merchantId: number, now: Date): Promise<StaffActor> {
  const at = now.toISOString();
  await sql`
    insert into account (id, email, name, password_hash, locale, created_at)
    values (${uuidv7()}, ${cashier.email}, ${cashier.name}, ${await hashPassword(password)}, 'en', ${at}) on conflict do nothing`;
  const [account] = await sql<{ id: string }[]>`select id from account where email = ${cashier.email}`;
  if (!account) throw new Error("the cashier was not added");
  await sql`
    insert into staff (merchant_id, account_id, role, created_at) values (${merchantId}, ${account.id}, 'cashier', ${at})
    on conflict do nothing`;
  return { kind: "staff", merchantId, accountId: account.id, role: "cashier", transport: "web" };
}

async function signIns(database: Database, merchantId: number, now: Date): Promise<SignIn[]> {
  const origin = env().NEXTAUTH_URL;
  const issuedAt = new Date(now.getTime() + linkLifetime);
  const token = await issueToken(database, {
    email: customer,
    merchantId,
    purpose: "sign-in",
    now: issuedAt,
  });
  return [
    { role: "customer", url: `${origin}/c/${slug}/sign-in/${token}`, email: customer },
    { role: "cashier", url: `${origin}/sign-in`, email: cashier.email, password },
    { role: "owner", url: `${origin}/sign-in`, email: owner.email, password },
  ];
}
