import { ask } from "@/lib/access/ask";
import { problemResponse } from "@/lib/access/problem-response";
import { listAudit } from "@/lib/access/queries/list-audit";
import { staffActor } from "@/lib/access/session";
import { auditFilter } from "../filter";

/** Rows of one file: what is longer is taken out by its days. */
const most = 20_000;

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
    const lines = [columns.join(",")];
    for (let before: string | null | undefined; before !== null && lines.length <= most; ) {
      const page: Answer = await ask(actor, listAudit, {
        ...filter,
        limit: 1000,
        ...(before ? { before } : {}),
      });
      for (const entry of page.entries) lines.push(columns.map((column) => cell(entry[column])).join(","));
      before = page.next;
    }
    return new Response(`${lines.join("\r\n")}\r\n`, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": 'attachment; filename="audit.csv"',
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    return problemResponse(error);
  }
}

type Answer = Awaited<ReturnType<typeof listAudit.execute>>;

/** A spreadsheet must not take a name for a formula. */
function cell(value: unknown): string {
  const text =
    value === null || value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value);
  const plain = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
