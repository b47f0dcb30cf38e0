import { getTranslations } from "next-intl/server";
import { ask } from "@/lib/access/ask";
import { csvResponse } from "@/lib/access/csv-response";
import { problemResponse } from "@/lib/access/problem-response";
import { staffActor } from "@/lib/access/session";
import { getDoorList } from "@/lib/events/queries/get-door-list";

const columns = ["name", "card", "phone", "status", "code", "checkedInAt"] as const;

/** The door list as a file: who has a place, by name, then who waits, in turn. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ program: string; id: string }> },
): Promise<Response> {
  try {
    const { program, id } = await params;
    const { event, booked, waiting } = await ask(await staffActor(program), getDoorList, { event: id });
    const rows = [...booked, ...waiting].map((place) => columns.map((column) => place[column] ?? ""));
    const t = await getTranslations("files.door");
    const head = columns.map((column) => t(column));
    return csvResponse(`door-${event.startsAt.slice(0, 10)}.csv`, head, [rows]);
  } catch (error) {
    return problemResponse(error, {});
  }
}
