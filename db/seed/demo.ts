import { type Database, openDatabase } from "@/db/client";
import type { StaffActor, SystemActor } from "@/lib/access/actor";
import { hashPassword, verifyPassword } from "@/lib/access/password";
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
import { unlessRefused } from "./as-far-as-allowed";
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
  /** Undefined where the account has another by now, or signs in by the link. */
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
 * The demo café with a year of days up to now. Run again it adds the days since, as far as what its owner has changed
 * allows them; stopped in the middle it goes on. The customer's link is made anew each time.
 */
export async function seedDemo(databaseUrl: string, now = systemNow()): Promise<{ signIns: SignIn[] }> {
  const database = openDatabase(databaseUrl, { max: 4, name: "regulars-seed" });
  try {
    const known = await knownShop(database);
    const merchantId = known ?? (await openShop(database, now));
    await liveOn(database, merchantId, now);
    const system: SystemActor = { kind: "system", merchantId, name: "demo", transport: "job" };
    await countComeBacks.execute({ actor: system, now, database }, {});
    const actor = await ownerOf(database, merchantId);
    const cashier = await addCashier(database, merchantId, now);
    const furnishings = [
      () => seedDesk({ database, actor, cashier, now }, everybody),
      () => seedImports({ database, actor, now }),
      () => seedEvenings({ database, actor, now }),
    ];
    if (!(await isFurnished(database, merchantId)))
      for (const furnish of furnishings) await (known ? unlessRefused(furnish) : furnish());
    return { signIns: await signIns(database, { owner: actor, cashier, now }) };
  } finally {
    await database.close();
  }
}

async function knownShop({ sql }: Database): Promise<number | null> {
  const [row] = await sql<{ id: number }[]>`select id from merchant where slug = ${slug}`;
  return row?.id ?? null;
}

/** The evenings come last. What the owner has cleared away since is not put there again. */
async function isFurnished({ sql }: Database, merchantId: number): Promise<boolean> {
  const [evening] = await sql`select 1 from event where merchant_id = ${merchantId} limit 1`;
  return evening !== undefined;
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
  // Whoever comes back after months keeps what they published themselves.
  const versions = await database.sql<{ note: string | null }[]>`
    select note from program_version where merchant_id = ${merchantId}`;
  const notes = new Set(versions.map(({ note }) => note));
  const today = localDate(now, zone);
  for (let daysAgo = 365; daysAgo >= 0; daysAgo--) {
    const date = addDays(today, -daysAgo);
    if (last?.day && date < last.day) continue;
    const morning = startOfDay(date, zone);
    for (const { daysAgo: published, note, program } of publications) {
      if (published !== daysAgo || notes.has(note)) continue;
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

/** Of several, and by whatever address they have by now, the one who was there first. */
async function ownerOf({ sql }: Database, merchantId: number): Promise<StaffActor> {
  const [account] = await sql<{ id: string }[]>`
    select account_id as id from staff where merchant_id = ${merchantId} and role = 'owner' order by created_at limit 1`;
  if (!account) throw new Error("the shop has no owner");
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

async function signIns(
  database: Database,
  { owner, cashier, now }: { owner: StaffActor; cashier: StaffActor; now: Date },
): Promise<SignIn[]> {
  const origin = env().NEXTAUTH_URL;
  const { merchantId } = owner;
  const issuedAt = new Date(now.getTime() + linkLifetime);
  const token = await issueToken(database, {
    email: customer,
    merchantId,
    purpose: "sign-in",
    now: issuedAt,
  });
  const url = `${origin}/sign-in`;
  return [
    { role: "customer", url: `${origin}/c/${slug}/sign-in/${token}`, email: customer },
    { role: "cashier", url, ...(await wordsOf(database, cashier)) },
    { role: "owner", url, ...(await wordsOf(database, owner)) },
  ];
}

async function wordsOf(
  { sql }: Database,
  { accountId }: StaffActor,
): Promise<Pick<SignIn, "email" | "password">> {
  const [account] = await sql<{ email: string; kept: string | null }[]>`
    select email, password_hash as kept from account where id = ${accountId}`;
  if (!account) throw new Error("whoever works in the shop has no account");
  const theirs = await verifyPassword(account.kept, password);
  return { email: account.email, ...(theirs ? { password } : {}) };
}
