import { getLocale } from "next-intl/server";
import { staffActor } from "@/lib/access/session";
import { showProblem } from "@/lib/access/show-problem";
import { receiveImportFile } from "@/lib/integrations/endpoints/receive-import-file";

/** Takes in a file: a server action would hold the whole of it in memory. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ program: string }> },
): Promise<Response> {
  try {
    const actor = await staffActor((await params).program);
    return Response.json(await receiveImportFile(actor, request), { status: 201 });
  } catch (error) {
    const { message, fields } = await showProblem(error);
    const [first] = Object.values(fields);
    return Response.json(
      { problem: first ?? message },
      { status: 422, headers: { "content-language": await getLocale() } },
    );
  }
}
