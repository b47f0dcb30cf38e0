import type { Database } from "@/db/client";
import { programContent } from "@/lib/program/program-content";
import type { ActivityRecord } from "./activity-record";
import { typeName } from "./published-types";

export interface MemberActivity {
  id: string;
  name: string;
  status: ActivityRecord["status"];
  counted: boolean;
  points: number;
  reason: string | null;
  occurredAt: string;
}

/** A member's latest activities, newest first. */
export async function latestActivities(
  database: Database,
  merchantId: number,
  { member, limit }: { member: string; limit: number },
): Promise<MemberActivity[]> {
  const rows = await database.sql<(MemberActivity & { type: string; version: number })[]>`
    select id, type, program_version as version, status, counted, points, reason, occurred_at as "occurredAt"
    from activity
    where merchant_id = ${merchantId} and member_id = ${member} order by occurred_at desc, id desc limit ${limit}`;
  return Promise.all(
    rows.map(async ({ type, version, occurredAt, ...row }) => ({
      ...row,
      name: typeName(await programContent(database, merchantId, version), type),
      occurredAt: new Date(occurredAt).toISOString(),
    })),
  );
}
