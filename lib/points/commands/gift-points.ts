import { actorName } from "@/lib/access/actor";
import { auditRow } from "@/lib/access/audit";
import { defineCommand } from "@/lib/access/define-command";
import { uuidv7 } from "@/lib/kernel/ids";
import { Problem } from "@/lib/kernel/problems";
import { gift } from "../domain/gift";
import { lockMembers } from "../lock-members";
import { giftSchema } from "../schemas";

/** Moves points from one member to another; they keep their expiry. */
export const giftPoints = defineCommand({
  name: "points.gift",
  permission: "points.gift",
  input: giftSchema,
  async run({ actor, input, now, tx }) {
    const refs = [
      { path: "from", ref: input.from },
      { path: "to", ref: input.to },
    ];
    const { members, program, batch } = await lockMembers({ tx, actor, now }, refs);
    const [from, to] = members;
    if (!to) throw new Error("two members were asked for");
    if (!program.gifts.enabled) throw new Problem("gifts_disabled");
    if (from.id === to.id)
      throw new Problem("gift_to_self", { fields: [{ path: "to", code: "gift_to_self" }] });
    const id = uuidv7();
    const { points, reference } = input;
    const moved = gift(from, to, { points, at: now, note: { giftId: id, reference } });
    if (!moved.ok)
      throw new Problem(moved.code, {
        params: moved.params,
        fields: [{ path: "points", code: moved.code, params: moved.params }],
      });
    batch.addPosting(from.id, moved.from);
    batch.addPosting(to.id, moved.to);
    batch.addRow("gifts", {
      id,
      from_member_id: from.id,
      to_member_id: to.id,
      points,
      reference,
      created_at: now,
      actor: actorName(actor),
    });
    batch.addAudit(
      auditRow(actor, now, {
        action: "points.gift",
        subject: `member:${from.id}`,
        after: { to: to.id, points },
      }),
    );
    tx.last(batch.statement(tx));
    return {
      gift: { id, from: from.id, to: to.id, points },
      points: { fromBalance: moved.from.state.balance, toBalance: moved.to.state.balance },
    };
  },
});
