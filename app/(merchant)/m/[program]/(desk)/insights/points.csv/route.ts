import { ask } from "@/lib/access/ask";
import { problemResponse } from "@/lib/access/problem-response";
import { staffActor } from "@/lib/access/session";
import { pointsByDay } from "@/lib/insights/queries/points-by-day";
import { periodOf } from "../period";

const columns = [
  "day",
  "issued",
  "pending",
  "redeemed",
  "expired",
  "takenBack",
  "other",
  "outstanding",
] as const;

/** The figures of the page as a file, a line a day. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ program: string }> },
): Promise<Response> {
  try {
    const { program } = await params;
    const actor = await staffActor(program);
    const days = periodOf(new URL(request.url).searchParams.get("days") ?? undefined);
    const moved = await ask(actor, pointsByDay, { days });
    const lines = moved.days.map((day) => columns.map((column) => day[column]).join(","));
    return new Response(`${[columns.join(","), ...lines].join("\r\n")}\r\n`, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="points-${moved.from}-${moved.to}.csv"`,
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    return problemResponse(error, {});
  }
}
