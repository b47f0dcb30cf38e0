import { getLocale, getTranslations } from "next-intl/server";
import { ask } from "@/lib/access/ask";
import { problemResponse } from "@/lib/access/problem-response";
import { memberSession } from "@/lib/access/session";
import { localDate } from "@/lib/kernel/calendar";
import { csvLine } from "@/lib/kernel/csv";
import { formatTime } from "@/lib/kernel/i18n/day-words";
import { type OwnHistory, ownHistory } from "@/lib/points/queries/own-history";

/** The whole history as a file, a line a movement, in the reader's words. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ program: string }> },
): Promise<Response> {
  try {
    const { program } = await params;
    const [{ actor, shop }, locale, t] = await Promise.all([
      memberSession(program),
      getLocale(),
      getTranslations("portal.history"),
    ]);
    const rows: (string | number | null)[][] = [
      (["day", "time", "what", "points", "onTheWay", "balance", "why"] as const).map((column) =>
        t(`columns.${column}`),
      ),
    ];
    let before: number | undefined;
    do {
      const page: OwnHistory = await ask(actor, ownHistory, { before, limit: 100, locale });
      for (const entry of page.entries) {
        const at = new Date(entry.occurredAt);
        rows.push([
          localDate(at, shop.timezone),
          formatTime(at, shop.timezone, locale),
          entry.purchase?.names.join(", ") || entry.reference || t(`kinds.${entry.kind}`),
          entry.points,
          entry.pending,
          entry.balance,
          entry.purchase?.explanation?.sentence ?? entry.reason,
        ]);
      }
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
    return problemResponse(error, {});
  }
}
