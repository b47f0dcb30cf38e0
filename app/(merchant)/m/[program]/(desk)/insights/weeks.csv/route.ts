import { getTranslations } from "next-intl/server";
import { ask } from "@/lib/access/ask";
import { csvResponse } from "@/lib/access/csv-response";
import { problemResponse } from "@/lib/access/problem-response";
import { staffSession } from "@/lib/access/session";
import { getOverview } from "@/lib/insights/queries/overview";
import { toDecimal } from "@/lib/kernel/money";

const columns = ["from", "to", "purchases", "revenue", "joined"] as const;

/** A year of weeks as a file, a line a week. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ program: string }> },
): Promise<Response> {
  try {
    const { program } = await params;
    const { actor, shop } = await staffSession(program);
    const [t, { weeks }] = await Promise.all([getTranslations("files.weeks"), ask(actor, getOverview, {})]);
    const head = columns.map((column) => t(column));
    const rows = weeks.map((week) => [
      week.from,
      week.to,
      week.purchases,
      Number(toDecimal(week.revenue, shop.currency)),
      week.enrolled,
    ]);
    return csvResponse(`weeks-${weeks.at(-1)?.to ?? "none"}.csv`, head, [rows]);
  } catch (error) {
    return problemResponse(error, {});
  }
}
