import { ask } from "@/lib/access/ask";
import { problemResponse } from "@/lib/access/problem-response";
import { staffSession } from "@/lib/access/session";
import { getOverview } from "@/lib/insights/queries/overview";
import { toDecimal } from "@/lib/kernel/money";

/** A year of weeks as a file, a line a week. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ program: string }> },
): Promise<Response> {
  try {
    const { program } = await params;
    const { actor, shop } = await staffSession(program);
    const { weeks } = await ask(actor, getOverview, {});
    const lines = weeks.map((week) =>
      [week.from, week.to, week.purchases, toDecimal(week.revenue, shop.currency), week.enrolled].join(","),
    );
    return new Response(`${["from,to,purchases,revenue,joined", ...lines].join("\r\n")}\r\n`, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="weeks-${weeks.at(-1)?.to ?? "none"}.csv"`,
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    return problemResponse(error, {});
  }
}
