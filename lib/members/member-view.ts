import type { Sql } from "@/db/client";
import type { MemberPoints } from "@/lib/points/member-points";

export interface MemberRow {
  id: string;
  card: string;
  externalId: string | null;
  name: string | null;
  email: string | null;
  phone: string | null;
  birthday: string | null;
  locale: "en" | "tr" | null;
  tier: string | null;
  tags: string[];
  attributes: Record<string, string>;
  balance: number;
  pending: number;
  purchaseCount: number;
  spend: number;
  enrolledAt: string;
  enrolledVia: string;
  lastPurchaseAt: string | null;
}

export type MemberView = MemberRow;

/** A member with their points as of an instant. */
export type MemberDetail = MemberView & MemberPoints;

/** The columns of a `MemberRow`, of a table aliased `m`. */
export const memberColumns = (sql: Sql) => sql`
  m.id, m.card_number as card, m.external_id as "externalId", m.name, m.email, m.phone, m.birthday, m.locale, m.tier, m.tags, m.attributes,
  m.balance, m.pending, m.purchase_count as "purchaseCount", m.spend, m.enrolled_at as "enrolledAt",
  m.enrolled_via as "enrolledVia", m.last_purchase_at as "lastPurchaseAt"`;

/** Instants leave the database as its own text; everybody else reads ISO 8601. */
export const toMemberView = (row: MemberRow): MemberView => ({
  ...row,
  enrolledAt: new Date(row.enrolledAt).toISOString(),
  lastPurchaseAt: row.lastPurchaseAt && new Date(row.lastPurchaseAt).toISOString(),
});
