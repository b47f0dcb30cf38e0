import { z } from "zod";
import { actorNames } from "@/lib/access/actor-names";
import { defineQuery } from "@/lib/access/define-query";
import { programContent } from "@/lib/program/program-content";
import type { ActivitySource } from "../schemas";

export interface WaitingActivity {
  id: string;
  member: { id: string; name: string | null; card: string };
  name: string;
  /** What the program gives for one, before multipliers and caps. */
  points: number;
  source: ActivitySource;
  occurredAt: string;
  recordedAt: string;
  recordedBy: string | null;
  data: { name: string; value: string }[];
}

interface Row extends Omit<WaitingActivity, "member" | "name" | "points" | "recordedBy" | "data"> {
  memberId: string;
  memberName: string | null;
  card: string;
  type: string;
  version: number;
  recordedBy: string;
  data: Record<string, string | number | boolean>;
}

const atMost = 100;

/** Activities that somebody has to approve, oldest first. */
export const listWaitingActivities = defineQuery({
  name: "activity.list-waiting",
  permission: "activities.approve",
  input: z.strictObject({}),
  async run({ actor, database }): Promise<WaitingActivity[]> {
    const { merchantId } = actor;
    const rows = await database.sql<Row[]>`
      select a.id, a.member_id as "memberId", m.name as "memberName", m.card_number as card, a.type, a.source,
        a.program_version as version, a.occurred_at as "occurredAt", a.recorded_at as "recordedAt",
        a.recorded_by as "recordedBy", a.data
      from activity a join member m on m.merchant_id = ${merchantId} and m.id = a.member_id
      where a.merchant_id = ${merchantId} and a.status = 'waiting' order by a.recorded_at limit ${atMost}`;
    const names = await actorNames(
      database.sql,
      merchantId,
      rows.map((row) => row.recordedBy),
    );
    return Promise.all(
      rows.map(async (row) => {
        const program = await programContent(database, merchantId, row.version);
        const type = program.activities.find(({ key }) => key === row.type);
        return {
          id: row.id,
          member: { id: row.memberId, name: row.memberName, card: row.card },
          name: type?.name ?? row.type,
          points: type?.points ?? 0,
          source: row.source,
          occurredAt: new Date(row.occurredAt).toISOString(),
          recordedAt: new Date(row.recordedAt).toISOString(),
          recordedBy: names[row.recordedBy] ?? null,
          data: Object.entries(row.data).map(([name, value]) => ({ name, value: String(value) })),
        };
      }),
    );
  },
});
