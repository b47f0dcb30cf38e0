import { actorName } from "@/lib/access/actor";
import { audit } from "@/lib/access/audit";
import { defineCommand } from "@/lib/access/define-command";
import { Problem } from "@/lib/kernel/problems";
import { normaliseVoucherCode } from "@/lib/kernel/voucher-code";
import { use } from "@/lib/rewards/use";
import { lockEvent } from "../event-facts";
import { checkInSchema } from "../schemas";

/** Lets somebody in who has a place, by the code of its voucher or by name. The voucher is used by it, once. */
export const checkIn = defineCommand({
  name: "event.check-in",
  permission: "events.checkIn",
  input: checkInSchema,
  async run({ actor, input, now, tx }) {
    const { merchantId } = actor;
    const event = await lockEvent(tx, merchantId, input.event);
    if (event.status === "cancelled") throw new Problem("event_cancelled");
    const by =
      "code" in input ? tx.sql`r.code = ${normaliseVoucherCode(input.code)}` : tx.sql`p.id = ${input.place}`;
    const [place] = await tx.sql<
      {
        id: string;
        code: string;
        name: string | null;
        card: string;
        status: string;
        gone: boolean;
        checkedIn: boolean;
      }[]
    >`
      select p.id, r.code, m.name, m.card_number as card, p.status, r.status = 'cancelled' as gone,
        p.checked_in_at is not null as "checkedIn"
      from event_place p join redemption r on r.merchant_id = ${merchantId} and r.id = p.id
      join member m on m.merchant_id = ${merchantId} and m.id = p.member_id
      where p.merchant_id = ${merchantId} and p.event_id = ${input.event} and ${by}`;
    if (place?.status !== "booked" || place.gone) throw new Problem("event_no_place");
    if (place.checkedIn) throw new Problem("already_checked_in");
    await use({ tx, actor, now }, { code: place.code, reference: event.name });
    tx.last(tx.sql`
      update event_place set checked_in_at = ${now.toISOString()}, checked_in_by = ${actorName(actor)}
      where merchant_id = ${merchantId} and event_id = ${input.event} and id = ${place.id}`);
    audit(tx, actor, now, {
      action: "event.check-in",
      subject: `event:${event.id}`,
      after: { place: place.id },
    });
    return { place: place.id, name: place.name, card: place.card };
  },
});
