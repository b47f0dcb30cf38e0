import type { Database } from "@/db/client";
import type { StaffActor, SystemActor } from "@/lib/access/actor";
import { recordPurchases } from "@/lib/earning/record-purchases";
import { purchaseSchema } from "@/lib/earning/schemas";
import { enrol } from "@/lib/members/enrol";
import { menu } from "./cafe";
import type { Person } from "./people";

const day = 86_400_000;

/** Regulars who took another card: one with the same mailbox by another spelling, one who left nothing but a birthday. */
const taken = [
  { of: "R-1004", externalId: "R-2001", daysAgo: 38, visits: [38, 31, 17], alias: "+kose" },
  { of: "R-1009", externalId: "R-2002", daysAgo: 12, visits: [12, 5], alias: null },
];

export async function seedSecondCards(
  { database, cashier, now }: { database: Database; cashier: StaffActor; now: Date },
  everybody: readonly Person[],
): Promise<void> {
  // Not the cashier's: what was recorded last stands on their till as just now.
  const till: SystemActor = {
    kind: "system",
    merchantId: cashier.merchantId,
    name: "demo",
    transport: "job",
  };
  for (const { of, externalId, daysAgo, visits, alias } of taken) {
    const person = everybody.find((one) => one.externalId === of);
    if (!person) throw new Error(`the demo has no ${of}`);
    const { name, email, birthday } = person;
    const at = (ago: number) => new Date(now.getTime() - ago * day);
    const known = alias ? { email: email.replace("@", `${alias}@`) } : { birthday };
    await database.transaction((tx) =>
      enrol({ tx, actor: cashier, now: at(daysAgo) }, { name, externalId, ...known }, { via: "staff" }),
    );
    const { sku, name: product, productType, price } = menu[person.usual] ?? menu[0];
    for (const ago of visits) {
      const visit = purchaseSchema.parse({
        externalId: `demo-${externalId}-${ago}`,
        member: { externalId },
        occurredAt: at(ago).toISOString(),
        lines: [{ productType, sku, name: product, quantity: 1, amount: price }],
      });
      await database.transaction((tx) => recordPurchases({ tx, actor: till, now: at(ago) }, [visit]));
    }
  }
}
