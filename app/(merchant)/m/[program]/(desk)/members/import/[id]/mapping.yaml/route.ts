import { ask } from "@/lib/access/ask";
import { problemResponse } from "@/lib/access/problem-response";
import { staffActor } from "@/lib/access/session";
import { writeMappingFile } from "@/lib/integrations/import/queries/write-mapping-file";
import { attachment } from "../attachment";

/** What the columns mean, as the file that the command line and the next import take. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ program: string; id: string }> },
): Promise<Response> {
  try {
    const { program, id } = await params;
    const { fileName, text } = await ask(await staffActor(program), writeMappingFile, { id });
    return new Response(text, {
      headers: attachment(`${fileName}.map.yaml`, "application/yaml; charset=utf-8"),
    });
  } catch (error) {
    return problemResponse(error);
  }
}
