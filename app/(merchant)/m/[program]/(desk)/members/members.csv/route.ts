import { getLocale, getTranslations } from "next-intl/server";
import { filterFields, filterOf, orderOf } from "@/components/members/filter-address";
import type { StaffActor } from "@/lib/access/actor";
import { ask } from "@/lib/access/ask";
import { csvResponse } from "@/lib/access/csv-response";
import { problemResponse } from "@/lib/access/problem-response";
import { staffSession } from "@/lib/access/session";
import { localDate } from "@/lib/kernel/calendar";
import { formatCard } from "@/lib/kernel/card-number";
import { systemNow } from "@/lib/kernel/clock";
import { toDecimal } from "@/lib/kernel/money";
import { Problem } from "@/lib/kernel/problems";
import { beginExportAction } from "@/lib/segments/actions";
import { exportMembers } from "@/lib/segments/queries/export-members";

const columns = [
  "card",
  "name",
  "email",
  "phone",
  "externalId",
  "birthday",
  "tier",
  "tags",
  "points",
  "pending",
  "purchases",
  "spent",
  "joined",
  "lastHere",
] as const;

type Asked = Parameters<typeof ask<typeof exportMembers.input, unknown>>[2];

/** The list that the page shows, whole, as a file; or those of it who were chosen. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ program: string }> },
): Promise<Response> {
  try {
    const { program } = await params;
    const { actor, shop } = await staffSession(program);
    const sought = new URL(request.url).searchParams;
    const typed = Object.fromEntries(filterFields.map((field) => [field, sought.get(field) ?? undefined]));
    const { filter } = filterOf(typed, { currency: shop.currency, locale: await getLocale() });
    const chosen = sought.getAll("id");
    const which = chosen.length > 0 ? { members: chosen } : { filter };
    const begun = await beginExportAction(program, which);
    if (!begun.ok) throw new Problem(begun.problem.code as Problem["code"]);
    const today = localDate(systemNow(), shop.timezone);
    const rows = rowsOf(actor, { ...which, ...orderOf(sought.get("sort") ?? undefined) }, shop);
    const t = await getTranslations("files.members");
    const head = columns.map((column) => t(column));
    return csvResponse(`members-${today}.csv`, head, rows);
  } catch (error) {
    return problemResponse(error, {});
  }
}

async function* rowsOf(actor: StaffActor, asked: Asked, shop: { currency: string; timezone: string }) {
  const day = (instant: string | null) => instant && localDate(new Date(instant), shop.timezone);
  for (let cursor: string | undefined; ; ) {
    const { members, next } = await ask(actor, exportMembers, { ...asked, ...(cursor ? { cursor } : {}) });
    yield members.map((member) => [
      formatCard(member.card),
      member.name,
      member.email,
      member.phone,
      member.externalId,
      member.birthday,
      member.tier,
      member.tags.join(", "),
      member.balance,
      member.pending,
      member.purchaseCount,
      Number(toDecimal(member.spend, shop.currency)),
      day(member.enrolledAt),
      day(member.lastPurchaseAt),
    ]);
    if (next === null) return;
    cursor = next;
  }
}
