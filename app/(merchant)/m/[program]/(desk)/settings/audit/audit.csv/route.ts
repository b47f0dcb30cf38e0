import { getTranslations } from "next-intl/server";
import { ask } from "@/lib/access/ask";
import { csvResponse } from "@/lib/access/csv-response";
import { problemResponse } from "@/lib/access/problem-response";
import { listAudit } from "@/lib/access/queries/list-audit";
import { staffActor } from "@/lib/access/session";
import { auditFilter } from "../filter";

const columns = [
  "at",
  "actor",
  "actorName",
  "action",
  "subject",
  "subjectName",
  "transport",
  "address",
  "before",
  "after",
] as const;

/** The log as the page shows it, with the same filter, as a file. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ program: string }> },
): Promise<Response> {
  try {
    const actor = await staffActor((await params).program);
    const filter = auditFilter(Object.fromEntries(new URL(request.url).searchParams));
    const t = await getTranslations("files.audit");
    const head = columns.map((column) => t(column));
    const page = (before?: string): Promise<Answer> =>
      ask(actor, listAudit, { ...filter, limit: 1000, ...(before ? { before } : {}) });
    // Asked for before anything is sent: a refusal is no file.
    return csvResponse("audit.csv", head, rowsOf(await page(), page));
  } catch (error) {
    return problemResponse(error);
  }
}

type Answer = Awaited<ReturnType<typeof listAudit.execute>>;

async function* rowsOf(first: Answer, more: (before: string) => Promise<Answer>) {
  for (let page = first; ; page = await more(page.next)) {
    yield page.entries.map((entry) => columns.map((column) => textOf(entry[column])));
    if (page.next === null) return;
  }
}

const textOf = (value: unknown): string | null =>
  value === null || value === undefined || typeof value === "string"
    ? (value ?? null)
    : JSON.stringify(value);
