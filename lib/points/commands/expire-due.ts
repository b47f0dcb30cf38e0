import { z } from "zod";
import { actorName } from "@/lib/access/actor";
import { defineCommand } from "@/lib/access/define-command";

/**
 * Expires what is due for up to `limit` members in one statement, for members to whom nothing else happens: `settleDue`
 * does the rest, and the same for a member who comes by. Few at a time, so that somebody at the till waits for milliseconds,
 * and without waiting for the disk: a round that a power cut takes back whole is due again.
 */
export const expireDue = defineCommand({
  name: "points.expire-due",
  permission: "points.run-due",
  input: z.strictObject({ limit: z.int().min(1).max(5000).default(60) }),
  async run({ actor, input, now, tx }) {
    // Sent together: the setting costs no round trip of its own.
    const [, [done]] = await Promise.all([
      tx.sql`set local synchronous_commit to off`,
      tx.sql<{ members: number; expired: number }[]>`
        select * from expire_due(${actor.merchantId}, ${now.toISOString()}, ${input.limit}, ${actorName(actor)})`,
    ]);
    if (!done) throw new Error("expire_due returned nothing");
    return { ...done };
  },
});
