import { explainItem, explanationContext } from "@/lib/earning/domain/explain";
import type { ExplanationItem } from "@/lib/earning/domain/types";
import type { Program } from "@/lib/program/schemas";
import type { ActivityRecord } from "./activity-record";

/** What a recorded activity is answered with, now and when it is sent again. */
export interface ActivityResult {
  activity: {
    id: string;
    externalId: string;
    member: string;
    type: string;
    occurredAt: string;
    status: ActivityRecord["status"];
    reason: string | null;
  };
  award: {
    points: number;
    pending: number;
    balance: number;
    explanation: { rule: string | null; points: number; reason: string }[];
  };
}

type Told = Pick<
  ActivityRecord,
  | "id"
  | "externalId"
  | "memberId"
  | "type"
  | "occurredAt"
  | "status"
  | "reason"
  | "points"
  | "pending"
  | "balance"
> & { items: readonly ExplanationItem[] };

export function activityResult(record: Told, program: Program, currency: string): ActivityResult {
  const context = explanationContext(program, { locale: "en", currency });
  const { id, externalId, type, status, reason, points, pending, balance } = record;
  return {
    activity: {
      id,
      externalId,
      member: record.memberId,
      type,
      occurredAt: record.occurredAt.toISOString(),
      status,
      reason,
    },
    award: {
      points,
      pending,
      balance,
      explanation: record.items.map((item) => ({
        rule: "rule" in item ? item.rule : null,
        points: item.points,
        reason: explainItem(item, context),
      })),
    },
  };
}
