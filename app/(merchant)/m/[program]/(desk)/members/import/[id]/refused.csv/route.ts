import { Readable } from "node:stream";
import { ask } from "@/lib/access/ask";
import { problemResponse } from "@/lib/access/problem-response";
import { staffActor } from "@/lib/access/session";
import { readRefusedFile } from "@/lib/integrations/import/queries/read-refused";
import { attachment } from "../attachment";

/** The rows that were not taken, each after its number, its column and the reason. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ program: string; id: string }> },
): Promise<Response> {
  try {
    const { program, id } = await params;
    const { fileName, bytes } = await ask(await staffActor(program), readRefusedFile, { id });
    return new Response(Readable.toWeb(Readable.from(bytes)) as ReadableStream, {
      headers: attachment(`${fileName.replace(/\.gz$/, "")}.refused.csv`, "text/csv; charset=utf-8"),
    });
  } catch (error) {
    return problemResponse(error);
  }
}
