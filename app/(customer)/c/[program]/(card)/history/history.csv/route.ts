import { unstable_rethrow } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { historyHead, historyLine } from "@/components/portal/history-file";
import { ask } from "@/lib/access/ask";
import { problemResponse } from "@/lib/access/problem-response";
import { memberFile } from "@/lib/access/session";
import { localDate } from "@/lib/kernel/calendar";
import { systemNow } from "@/lib/kernel/clock";
import { csvLine } from "@/lib/kernel/csv";
import { type OwnHistory, ownHistory } from "@/lib/points/queries/own-history";

/** The whole history as a file, a line a movement, in the reader's words. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ program: string }> },
): Promise<Response> {
  try {
    const { program } = await params;
    const [{ actor, shop }, locale, t] = await Promise.all([
      memberFile(request, program, "history"),
      getLocale(),
      getTranslations("portal.history"),
    ]);
    const zone = shop.timezone;
    const place = { zone, locale, today: localDate(systemNow(), zone) };
    const rows: (string | number)[][] = [historyHead(t)];
    let before: number | undefined;
    do {
      const page: OwnHistory = await ask(actor, ownHistory, { before, limit: 100, locale });
      rows.push(...page.entries.map((entry) => historyLine(entry, t, place)));
      before = page.next ?? undefined;
    } while (before);
    return new Response(`\ufeff${rows.map(csvLine).join("")}`, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${program}-history.csv"`,
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    unstable_rethrow(error);
    return problemResponse(error, {});
  }
}
