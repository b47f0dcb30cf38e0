import { z } from "zod";
import { actorName } from "@/lib/access/actor";
import { defineCommand } from "@/lib/access/define-command";
import { addDays, localDate } from "@/lib/kernel/calendar";
import { LedgerBatch } from "@/lib/points/posting";
import { programContent } from "@/lib/program/program-content";
import { daysOfBirth } from "../domain/birthdays";
import { isGivable } from "../domain/offer";
import { addGrant } from "../grant";

/** Days after which a birthday that no job saw is let go. */
const lookBack = 6;

/**
 * Gives what the program gives on birthdays to up to `limit` members whose day is today, or was in the days before while no
 * job ran: once a year each, whatever happens to the job.
 */
export const grantBirthdays = defineCommand({
  name: "reward.grant-birthdays",
  permission: "points.run-due",
  input: z.strictObject({ limit: z.int().min(1).max(1000).default(500) }),
  async run({ actor, input, now, tx }) {
    const { merchantId } = actor;
    const [shop] = await tx.sql<{ zone: string; version: number | null }[]>`
      select m.timezone as zone, (select p.version from program_version p
        where p.merchant_id = ${merchantId} and p.effective_from <= ${now.toISOString()}
        order by p.effective_from desc, p.version desc limit 1) as version
      from merchant m where m.id = ${merchantId}`;
    if (!shop || shop.version === null) return { birthdays: 0 };
    const { zone, version } = shop;
    const { rewards, tiers } = await programContent(tx, merchantId, version);
    const tierOrder = tiers.map(({ key }) => key);
    const today = localDate(now, zone);
    const batch = new LedgerBatch({ merchantId, zone, now, actor: actorName(actor) });
    let birthdays = 0;
    for (const reward of rewards) {
      if (reward.price.kind !== "granted" || !reward.price.on.includes("birthday")) continue;
      for (let ago = lookBack; ago >= 0; ago--) {
        const day = addDays(today, -ago);
        const givable = [null, ...tierOrder].filter((tier) =>
          isGivable(reward, { tier, tierOrder, tags: reward.tags ?? [] }, day),
        );
        if (givable.length === 0) continue;
        const occasion = `birthday:${day.slice(0, 4)}`;
        const members = await tx.sql<{ id: string; balance: number }[]>`
          select m.id, m.balance from member m
          where m.merchant_id = ${merchantId} and m.status = 'active' and m.birthday is not null
            and (extract(month from m.birthday) * 100 + extract(day from m.birthday))::int = any(${daysOfBirth(day)})
            and case when m.tier = any(${tierOrder}::text[]) then m.tier else '' end = any(${givable.map((tier) => tier ?? "")}::text[])
            and (${reward.tags === undefined} or m.tags && ${reward.tags ?? []}::text[])
            and not exists (select from redemption r where r.merchant_id = ${merchantId} and r.member_id = m.id
              and r.reward = ${reward.key} and r.occasion = ${occasion})
          limit ${input.limit - birthdays}`;
        for (const member of members) {
          addGrant(
            batch,
            { actor, now },
            {
              member,
              reward,
              source: "birthday",
              occasion,
              fromStock: false,
              version,
              zone,
            },
          );
        }
        birthdays += members.length;
        if (birthdays >= input.limit) break;
      }
    }
    if (!batch.isEmpty) tx.last(batch.statement(tx));
    return { birthdays };
  },
});
