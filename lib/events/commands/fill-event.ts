import { defineCommand } from "@/lib/access/define-command";
import { lockEvent } from "../event-facts";
import { fillPlaces } from "../fill-places";
import { eventIdSchema } from "../schemas";

/** Lets those who wait have what came free with nobody let in at once: a guest left the program, say, or the reward could not be had then. */
export const fillEvent = defineCommand({
  name: "event.fill",
  permission: "points.run-due",
  input: eventIdSchema,
  async run({ actor, input, now, tx }): Promise<{ promoted: number }> {
    const facts = await lockEvent(tx, actor.merchantId, input.event);
    if (facts.startsAt <= now) return { promoted: 0 };
    return { promoted: await fillPlaces({ tx, actor, now }, facts) };
  },
});
