import { randomBytes, randomUUID } from "node:crypto";
import type { Database } from "@/db/client";
import type { MemberActor, Role, StaffActor, SystemActor } from "@/lib/access/actor";
import { type Program, type ProgramInput, programSchema } from "@/lib/program/schemas";
import { qualifies } from "@/lib/tiers/domain/evaluate-tier";

export interface TestMerchantOptions {
  slug?: string;
  name?: string;
  currency?: string;
  timezone?: string;
  locale?: string;
  country?: string;
  /** What differs from the empty program; null: nothing is published yet. */
  program?: ProgramInput | null;
  /** When the program came into force. Default: since ever. */
  effectiveFrom?: Date;
}

export interface TestMerchant {
  merchantId: number;
  slug: string;
  /** Its owner. */
  actor: StaffActor;
  program: Program;
  /** Another person of its staff. */
  staff(role: Role): Promise<StaffActor>;
  member(memberId: string): MemberActor;
  job: SystemActor;
}

/** A shop in Istanbul that sells in lira, with an owner and a published program. */
export async function testMerchant(
  database: Database,
  options: TestMerchantOptions = {},
): Promise<TestMerchant> {
  const merchantId = await insertMerchant(database, options);
  const program = programSchema.parse(options.program ?? {});
  if (options.program !== null)
    await publish(database, merchantId, program, options.effectiveFrom ?? new Date(0));
  const staff = (role: Role) => insertStaff(database, merchantId, role);
  const [merchant] = await database.sql<
    { slug: string }[]
  >`select slug from merchant where id = ${merchantId}`;
  return {
    merchantId,
    slug: merchant?.slug ?? "",
    actor: await staff("owner"),
    program,
    staff,
    member: (memberId) => ({ kind: "member", merchantId, memberId, transport: "web" }),
    job: { kind: "system", merchantId, name: "test", transport: "job" },
  };
}

async function insertMerchant(database: Database, options: TestMerchantOptions): Promise<number> {
  const { slug = `shop-${randomBytes(5).toString("hex")}`, name = "Köşe Kahve" } = options;
  const { currency = "TRY", timezone = "Europe/Istanbul", locale = "tr", country = "TR" } = options;
  const [row] = await database.sql<{ id: number }[]>`
    insert into merchant (slug, name, currency, timezone, locale, country)
    values (${slug}, ${name}, ${currency}, ${timezone}, ${locale}, ${country}) returning id`;
  if (!row) throw new Error("the merchant was not inserted");
  return row.id;
}

async function publish(database: Database, merchantId: number, program: Program, from: Date): Promise<void> {
  const budgetRules = program.earning.rules
    .filter((rule) => rule.budget !== undefined)
    .map((rule) => rule.key)
    .sort();
  const at = from.toISOString();
  await database.sql`
    insert into program_version (merchant_id, version, content, budget_rules, effective_from, published_at, published_by)
    values (${merchantId}, 1, ${JSON.stringify(program)}::text::jsonb, ${budgetRules}, ${at}, ${at}, 'system:test')`;
  if (qualifies(program))
    await database.sql`update merchant set qualifying_version = 1 where id = ${merchantId}`;
  for (const rule of budgetRules) {
    await database.sql`insert into budget_use (merchant_id, rule, used) values (${merchantId}, ${rule}, 0)`;
  }
  for (const { key } of program.rewards) {
    await database.sql`insert into reward_total (merchant_id, reward) values (${merchantId}, ${key})`;
  }
}

async function insertStaff(database: Database, merchantId: number, role: Role): Promise<StaffActor> {
  const accountId = randomUUID();
  await database.sql`
    insert into account (id, email, name) values (${accountId}, ${`${role}-${accountId}@example.com`}, ${role})`;
  await database.sql`insert into staff (merchant_id, account_id, role) values (${merchantId}, ${accountId}, ${role})`;
  return { kind: "staff", merchantId, accountId, role, transport: "web" };
}
