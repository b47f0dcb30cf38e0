import type { Database } from "@/db/client";
import type { StaffActor } from "@/lib/access/actor";
import { noteSession } from "@/lib/access/note-session";
import { keepBasket } from "@/lib/earning/commands/keep-basket";
import { addDays, localDate } from "@/lib/kernel/calendar";
import { saveDraft } from "@/lib/program/commands/save-draft";
import { programSchema } from "@/lib/program/schemas";
import { draft } from "./cafe";
import type { Person } from "./people";
import { seedRemarks } from "./remarks";
import { seedSecondCards } from "./second-cards";

interface Seeding {
  database: Database;
  /** The owner. */
  actor: StaffActor;
  cashier: StaffActor;
  now: Date;
}

const zone = "Europe/Istanbul";

/**
 * What lies on the owner's desk: a draft that is not published yet, the baskets they try it on, second cards of regulars
 * and remarks about them, and where owner and cashier are signed in.
 */
export async function seedDesk(seeding: Seeding, everybody: readonly Person[]): Promise<void> {
  const { database, actor, now } = seeding;
  const [known] =
    await database.sql`select 1 from kept_basket where merchant_id = ${actor.merchantId} limit 1`;
  if (known) return;
  const day = addDays(localDate(now, zone), -1);
  for (const { name, clock, tier, lines } of baskets) {
    const basket = {
      lines,
      member: { tier, firstPurchase: name.startsWith("Somebody new") },
      occurredAt: `${day}T${clock}:00+03:00`,
      channel: "store",
    };
    await keepBasket.execute(seeding, { name, basket });
  }
  await saveDraft.execute(seeding, { content: programSchema.parse(draft), revision: 0 });
  await seedSecondCards(seeding, everybody);
  await seedRemarks(seeding);
  await signedIn(seeding);
}

const baskets = [
  {
    name: "Morning coffee, Gold",
    clock: "08:42",
    tier: "gold",
    lines: [{ productType: "coffee", amount: 14500 }],
  },
  {
    name: "Lunch for two",
    clock: "12:50",
    tier: null,
    lines: [
      { productType: "food", amount: 38000 },
      { productType: "drinks", amount: 12000 },
    ],
  },
  {
    name: "A bag of beans, Silver",
    clock: "17:05",
    tier: "silver",
    lines: [{ productType: "beans", amount: 36500 }],
  },
  { name: "Somebody new", clock: "15:30", tier: null, lines: [{ productType: "coffee", amount: 13000 }] },
];

const devices = {
  laptop:
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Safari/605.1.15",
  phone:
    "Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36",
  tablet:
    "Mozilla/5.0 (iPad; CPU OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Safari/604.1",
};

async function signedIn({ database, actor, cashier, now }: Seeding): Promise<void> {
  const hour = 3_600_000;
  const seen = [
    { of: actor, device: devices.laptop, address: "203.0.113.24", ago: 2 * hour },
    { of: actor, device: devices.phone, address: "198.51.100.7", ago: 26 * hour },
    { of: cashier, device: devices.tablet, address: "203.0.113.24", ago: hour / 4 },
  ];
  for (const [index, { of, device, address, ago }] of seen.entries()) {
    await noteSession(database.sql, {
      merchantId: of.merchantId,
      accountId: of.accountId,
      sessionId: `00000000-0000-4000-8000-00000000000${index + 1}`,
      device,
      address,
      now: new Date(now.getTime() - ago),
    });
  }
}
