import { auditRow } from "@/lib/access/audit";
import { defineCommand } from "@/lib/access/define-command";
import { spend } from "../domain/spend";
import { lockMembers } from "../lock-members";
import { postOrRefuse } from "../post-or-refuse";
import { spendSchema } from "../schemas";

/** Takes points that a member has, earliest expiry first. */
export const spendPoints = defineCommand({
  name: "points.spend",
  permission: "points.spend",
  input: spendSchema,
  async run({ actor, input, now, tx }) {
    const locked = await lockMembers({ tx, actor, now }, [{ path: "member", ref: input.member }]);
    const [member] = locked.members;
    const { points, reference } = input;
    const entry = postOrRefuse(locked.batch, member, (state) =>
      spend(state, { points, at: now, note: { reference } }),
    );
    locked.batch.addAudit(
      auditRow(actor, now, {
        action: "points.spend",
        subject: `member:${member.id}`,
        after: { points, reference },
      }),
    );
    tx.last(locked.batch.statement(tx));
    return {
      spend: { member: member.id, entry: entry.seq, reference },
      points: { spent: points, balance: member.balance },
    };
  },
});
