import { Problem } from "@/lib/kernel/problems";

/** Far beyond what any schema asks for, and far from what would exhaust the stack of code that walks the value. */
const deepest = 32;

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** A JSON object from a request body of at most `limit` bytes; stops reading as soon as there is more. */
export async function readJson(request: Request, limit: number): Promise<Record<string, unknown>> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/(json|[\w.+-]+\+json)\b/i.test(type)) throw new Problem("unsupported_media_type");
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw tooLarge(limit);
  const bytes = await readBytes(request, limit);
  let value: unknown;
  try {
    value = JSON.parse(utf8.decode(bytes));
  } catch {
    throw new Problem("malformed");
  }
  if (value === null || typeof value !== "object" || Array.isArray(value) || isDeeper(value, deepest)) {
    throw new Problem("malformed");
  }
  return value as Record<string, unknown>;
}

function isDeeper(value: object, levels: number): boolean {
  if (levels === 0) return true;
  for (const inner of Object.values(value)) {
    if (inner !== null && typeof inner === "object" && isDeeper(inner, levels - 1)) return true;
  }
  return false;
}

async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  if (!request.body) return new Uint8Array();
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
    size += value.byteLength;
    if (size > limit) {
      // Whoever sends more is not listened to any longer; how they take it is their affair.
      reader.cancel().catch(() => {});
      throw tooLarge(limit);
    }
    chunks.push(value);
  }
}

const tooLarge = (limit: number) =>
  new Problem("too_large", { params: { kilobytes: Math.floor(limit / 1024) } });
