import { type Database, openDatabase } from "@/db/client";
import { startEmbedded } from "@/db/embedded/start-embedded";
import { throwawayDirectory } from "@/db/embedded/throwaway";
import { migrateDatabase } from "@/db/migrate";
import type { Actor } from "@/lib/access/actor";
import { newCardNumber } from "@/lib/kernel/card-number";
import { uuidv7 } from "@/lib/kernel/ids";
import { applyProgram } from "@/lib/program/commands/apply-program";
import type { ProgramInput } from "@/lib/program/schemas";

export interface BenchShop {
  database: Database;
  url: string;
  actor: Actor & { merchantId: number };
  members: { id: string; card: string }[];
  close(): Promise<void>;
}

/** What a café would run: a rate, a dearer product, a multiplier for a tier, a morning bonus, a daily cap. */
export const cafeProgram: ProgramInput = {
  productTypes: [
    { key: "coffee", name: "Coffee" },
    { key: "food", name: "Food" },
    { key: "gift-card", name: "Gift card", excluded: true },
  ],
  tiers: [
    { key: "silver", name: "Silver" },
    { key: "gold", name: "Gold" },
  ],
  earning: {
    caps: [{ per: "day", points: 100_000 }],
    rules: [
      { key: "every", name: "Every lira", effect: { kind: "rate", points: 1, per: 100 } },
      {
        key: "coffee",
        name: "Coffee",
        when: { productTypes: ["coffee"] },
        effect: { kind: "rate", points: 2, per: 100 },
      },
      {
        key: "gold",
        name: "Gold doubles",
        when: { tiers: ["gold"] },
        effect: { kind: "multiplier", factor: 20_000 },
      },
      {
        key: "morning",
        name: "Before ten",
        when: { hours: { from: "06:00", to: "10:00" } },
        effect: { kind: "bonus", points: 5 },
      },
    ],
  },
  expiry: { kind: "after", months: 12 },
};

/** A merchant with members on a durable PostgreSQL: the embedded one, or the one behind `url`. */
export async function openShop(memberCount: number, pool = 16): Promise<BenchShop> {
  const { dataDir, remove } = throwawayDirectory();
  const server = await startEmbedded({ dataDir });
  await migrateDatabase(server.url);
  const database = openDatabase(server.url, { max: pool, name: "regulars-bench" });
  const actor = await addMerchant(database);
  const members = await addMembers(database, actor.merchantId, memberCount);
  return {
    database,
    url: server.url,
    actor,
    members,
    close: async () => {
      await database.close();
      await server.stop();
      remove();
    },
  };
}

async function addMerchant(database: Database): Promise<Actor & { merchantId: number }> {
  const [merchant] = await database.sql<{ id: number }[]>`
    insert into merchant (slug, name, currency, timezone, locale, country)
    values (${`bench-${uuidv7()}`}, 'Bench', 'TRY', 'Europe/Istanbul', 'en', 'TR') returning id`;
  if (!merchant) throw new Error("no merchant");
  const actor = { kind: "system", name: "bench", merchantId: merchant.id, transport: "cli" } as const;
  await applyProgram.execute({ actor, now: new Date(), database }, { content: cafeProgram });
  return actor;
}

async function addMembers(
  database: Database,
  merchantId: number,
  count: number,
): Promise<{ id: string; card: string }[]> {
  // Of a hundred thousand cards, two are the same now and then.
  const cards = new Set<string>();
  while (cards.size < count) cards.add(newCardNumber());
  const members = [...cards].map((card) => ({ id: uuidv7(), card }));
  for (let start = 0; start < count; start += 10_000) {
    const chunk = members.slice(start, start + 10_000);
    await database.sql`
      insert into member (merchant_id, id, card_number, name, enrolled_at, enrolled_via)
      select ${merchantId}, id, card, 'Member', now(), 'bench'
      from unnest(${chunk.map((one) => one.id)}::uuid[], ${chunk.map((one) => one.card)}::text[]) as m (id, card)`;
  }
  await database.sql`
    insert into day_total (merchant_id, day, slot, enrolled)
    select m.merchant_id, (m.enrolled_at at time zone s.timezone)::date, -2, count(*)
    from member m join merchant s on s.id = m.merchant_id where m.merchant_id = ${merchantId} group by 1, 2`;
  await database.sql`vacuum analyze member`;
  return members;
}
