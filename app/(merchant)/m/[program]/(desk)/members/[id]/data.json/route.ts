import { ask } from "@/lib/access/ask";
import { problemResponse } from "@/lib/access/problem-response";
import { staffSession } from "@/lib/access/session";
import { isUuid } from "@/lib/kernel/ids";
import { Problem } from "@/lib/kernel/problems";
import { beginDataExportAction } from "@/lib/members/actions";
import { getMemberData } from "@/lib/members/queries/get-member-data";

/** Everything the shop keeps of a member, as a file for them. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ program: string; id: string }> },
): Promise<Response> {
  try {
    const { program, id } = await params;
    const { actor } = await staffSession(program);
    if (!isUuid(id)) throw new Problem("not_found");
    const begun = await beginDataExportAction(program, { id });
    if (!begun.ok) throw new Problem(begun.problem.code as Problem["code"]);
    const data = await ask(actor, getMemberData, { id });
    return new Response(`${JSON.stringify(data, null, 2)}\n`, {
      headers: {
        "content-type": "application/json; charset=utf-8",
        "content-disposition": `attachment; filename="${program}-member-data.json"`,
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    return problemResponse(error, {});
  }
}
