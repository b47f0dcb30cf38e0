import { openDatabase } from "@/db/client";
import { recordPurchase } from "@/lib/earning/commands/record-purchase";

/**
 * A process that records purchases as fast as it can until it is killed, and writes the external id of each one that was
 * acknowledged on a line of its own. Arguments: database address, merchant, member.
 */
const [url = "", merchant = "", member = "", prefix = ""] = process.argv.slice(2);
const database = openDatabase(url, { max: 8 });
const actor = { kind: "system", name: "load", merchantId: Number(merchant), transport: "job" } as const;

let next = 0;
await Promise.all(
  Array.from({ length: 8 }, async () => {
    for (;;) {
      const externalId = `${prefix}-${next++}`;
      const now = new Date();
      const lines = [{ productType: "coffee", amount: 100 }];
      await recordPurchase.execute(
        { actor, now, database },
        { externalId, member: { id: member }, occurredAt: now.toISOString(), lines },
      );
      process.stdout.write(`${externalId}\n`);
    }
  }),
);
