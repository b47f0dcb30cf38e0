import { z } from "zod";
import type { Database, Tx } from "@/db/client";
import type { SystemActor, Transport } from "@/lib/access/actor";
import { audit } from "@/lib/access/audit";
import { parseInput } from "@/lib/access/parse-input";
import { hashPassword, newPassword, verifyPassword } from "@/lib/access/password";
import { advisoryLocks } from "@/lib/kernel/advisory-locks";
import { uuidv7 } from "@/lib/kernel/ids";
import { fieldProblem, Problem } from "@/lib/kernel/problems";
import { publish } from "@/lib/program/publish";
import { type Program, programSchema } from "@/lib/program/schemas";
import { countryOf, minorUnits } from "./domain/place";
import { slugFromName } from "./domain/slug";
import { type MerchantInput, merchantSchema } from "./schemas";

export interface MerchantCreated {
  id: number;
  slug: string;
  ownerAccountId: string;
  ownerEpoch: number;
}

interface CreateOptions {
  transport: Transport;
  address?: string;
  /** Refuse when this deployment has a merchant already: the set-up page is open to whoever finds it first. */
  onlyFirst?: boolean;
}

type Input = z.output<typeof merchantSchema>;

/** Adds a shop with its owner and a first published program: one point for each 1.00 spent. */
export async function createMerchant(
  database: Database,
  raw: MerchantInput | Record<string, unknown>,
  now: Date,
  options: CreateOptions = { transport: "cli" },
): Promise<MerchantCreated> {
  const input = parseInput(merchantSchema, withSlug(raw));
  await refuseUnknownZone(database, input.timezone);
  const password = await preparePassword(database, input);
  try {
    return await database.transaction(async (tx) => {
      if (options.onlyFirst) await refuseSecond(tx);
      return insertShop(tx, { input, password, now, options });
    });
  } catch (error) {
    if (isSlugTaken(error)) throw fieldProblem("slug", "slug.taken");
    throw error;
  }
}

/** Without a slug the name gives one, if it has letters that can. */
function withSlug(raw: MerchantInput | Record<string, unknown>): Record<string, unknown> {
  return raw.slug || typeof raw.name !== "string" ? raw : { ...raw, slug: slugFromName(raw.name) };
}

/** Somebody who signs in already keeps their password, and shows that they know it. */
async function preparePassword({ sql }: Database, { ownerEmail, ownerPassword }: Input): Promise<string> {
  const [known] = await sql<{ passwordHash: string | null }[]>`
    select password_hash as "passwordHash" from account where email = ${ownerEmail}`;
  if (known?.passwordHash) {
    if (await verifyPassword(known.passwordHash, ownerPassword)) return known.passwordHash;
    throw fieldProblem("ownerPassword", "password.other");
  }
  parseInput(z.object({ ownerPassword: newPassword() }), { ownerPassword });
  return hashPassword(ownerPassword);
}

// Our list of zones and the database's come from different releases of the same source.
async function refuseUnknownZone({ sql }: Database, timezone: string): Promise<void> {
  try {
    await sql`select now() at time zone ${timezone}`;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "22023")
      throw fieldProblem("timezone", "timezone");
    throw error;
  }
}

async function refuseSecond(tx: Tx): Promise<void> {
  await tx.sql`select pg_advisory_xact_lock(${advisoryLocks.setUp}::bigint)`;
  const [row] = await tx.sql<{ found: boolean }[]>`select exists (select from merchant) as found`;
  if (row?.found) throw new Problem("not_found");
}

interface Creation {
  input: Input;
  password: string;
  now: Date;
  options: CreateOptions;
}

async function insertShop(tx: Tx, { input, password, now, options }: Creation): Promise<MerchantCreated> {
  const { slug, name, currency, timezone, locale, ownerEmail, ownerName } = input;
  const at = now.toISOString();
  const country = input.country ?? countryOf(timezone, currency);
  const [merchant] = await tx.sql<{ id: number }[]>`
    insert into merchant (slug, name, currency, timezone, locale, country, colour, created_at)
    values (${slug}, ${name}, ${currency}, ${timezone}, ${locale}, ${country}, ${input.colour ?? "#1C6249"}, ${at})
    returning id`;
  const [owner] = await tx.sql<{ id: string; epoch: number }[]>`
    insert into account (id, email, name, password_hash, locale, created_at)
    values (${uuidv7()}, ${ownerEmail}, ${ownerName ?? null}, ${password}, ${locale}, ${at})
    on conflict (email) do update set password_hash = coalesce(account.password_hash, excluded.password_hash)
    returning id, session_epoch as epoch`;
  if (!merchant || !owner) throw new Error("an insert returned no row");
  await tx.sql`
    insert into staff (merchant_id, account_id, role, created_at) values (${merchant.id}, ${owner.id}, 'owner', ${at})`;
  const { transport, address } = options;
  const actor: SystemActor = { kind: "system", merchantId: merchant.id, name: "setup", transport, address };
  audit(tx, actor, now, {
    action: "merchant.create",
    subject: `merchant:${slug}`,
    after: { slug, name, currency, timezone, locale, country, ownerEmail },
  });
  await publish({ tx, actor, now }, { content: starterProgram(input) });
  return { id: merchant.id, slug, ownerAccountId: owner.id, ownerEpoch: owner.epoch };
}

const starterNames = { en: "Every purchase", tr: "Her alışveriş" };

/** A point for each unit spent; where the unit is worth a cent, for each hundred. A hundred points are worth one of those. */
function starterProgram({ currency, locale }: Input): Program {
  const unit = Math.max(100, minorUnits(currency));
  return programSchema.parse({
    earning: {
      rules: [{ key: "base", name: starterNames[locale], effect: { kind: "rate", points: 1, per: unit } }],
    },
    pointValue: { points: 100, amount: unit },
  });
}

const isSlugTaken = (error: unknown): boolean =>
  error instanceof Error && "constraint_name" in error && error.constraint_name === "merchant_slug";
