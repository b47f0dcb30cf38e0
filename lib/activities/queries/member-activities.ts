import { z } from "zod";
import type { Database } from "@/db/client";
import { defineQuery } from "@/lib/access/define-query";
import { id } from "@/lib/kernel/fields";
import { programContent } from "@/lib/program/program-content";
import type { ActivityRecord } from "../activity-record";
import { typeName } from "../published-types";

export interface MemberActivity {
  id: string;
  name: string;
  status: ActivityRecord["status"];
  counted: boolean;
  points: number;
  reason: string | null;
  occurredAt: string;
}

/** A member's activities, newest first. `before`: the instant of the last one seen. */
export const memberActivities = defineQuery({
  name: "activity.of-member",
  permission: "activities.read",
  input: z.strictObject({
    member: id(),
    before: z.iso.datetime().optional(),
    limit: z.int().min(1).max(100).default(30),
  }),
  run: ({ actor, input, database }) => readActivities(database, actor.merchantId, input),
});

export async function readActivities(
  database: Database,
  merchantId: number,
  { member, before, limit }: { member: string; before?: string; limit: number },
): Promise<{ activities: MemberActivity[]; next: string | null }> {
  const rows = await database.sql<(MemberActivity & { type: string; version: number })[]>`
    select id, type, program_version as version, status, counted, points, reason, occurred_at as "occurredAt"
    from activity
    where merchant_id = ${merchantId} and member_id = ${member} and occurred_at < ${before ?? "infinity"}
    order by occurred_at desc, id desc limit ${limit + 1}`;
  const activities = await Promise.all(
    rows.slice(0, limit).map(async ({ type, version, occurredAt, ...row }) => ({
      ...row,
      name: typeName(await programContent(database, merchantId, version), type),
      occurredAt: new Date(occurredAt).toISOString(),
    })),
  );
  return { activities, next: rows.length > limit ? (activities.at(-1)?.occurredAt ?? null) : null };
}
