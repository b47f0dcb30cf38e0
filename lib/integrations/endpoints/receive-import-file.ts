import type { Actor } from "@/lib/access/actor";
import { ask } from "@/lib/access/ask";
import { receiveFile } from "../import/receive-file";

/** A file that a browser sends as the body of a request; its name and what is in it are in the address. */
export function receiveImportFile(actor: Actor, request: Request): Promise<{ id: string }> {
  const asked = new URL(request.url).searchParams;
  return ask(actor, receiveFile, {
    kind: asked.get("kind"),
    fileName: asked.get("name") ?? "",
    length: Number(request.headers.get("content-length") ?? 0),
    body: request.body as AsyncIterable<Uint8Array> | null,
  });
}
