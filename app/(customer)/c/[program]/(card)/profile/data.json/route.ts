import { unstable_rethrow } from "next/navigation";
import { ask } from "@/lib/access/ask";
import { problemResponse } from "@/lib/access/problem-response";
import { memberFile } from "@/lib/access/session";
import { getOwnData } from "@/lib/members/queries/get-own-data";

/** Everything the shop keeps of the signed-in customer, as a file. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ program: string }> },
): Promise<Response> {
  try {
    const { program } = await params;
    const { actor } = await memberFile(request, program, "profile");
    const data = await ask(actor, getOwnData, {});
    return new Response(`${JSON.stringify(data, null, 2)}\n`, {
      headers: {
        "content-type": "application/json; charset=utf-8",
        "content-disposition": `attachment; filename="${program}-my-data.json"`,
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    unstable_rethrow(error);
    return problemResponse(error, {});
  }
}
