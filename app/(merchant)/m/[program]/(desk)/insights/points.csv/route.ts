import { getTranslations } from "next-intl/server";
import { ask } from "@/lib/access/ask";
import { csvResponse } from "@/lib/access/csv-response";
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
    const t = await getTranslations("files.points");
    const head = columns.map((column) => t(column));
    const rows = moved.days.map((day) => columns.map((column) => day[column]));
    return csvResponse(`points-${moved.from}-${moved.to}.csv`, head, [rows]);
  } catch (error) {
    return problemResponse(error, {});
  }
}
