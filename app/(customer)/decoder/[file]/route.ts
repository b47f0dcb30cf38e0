import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { decoderFiles } from "@/components/portal/scan-script";

// Part of the build: a server does not read its packages to answer.
export const dynamic = "force-static";
export const dynamicParams = false;

export const generateStaticParams = () => decoderFiles.map((file) => ({ file }));

/** What reads codes for a browser that cannot by itself, as the package has it: a customer's page loads it when it opens a camera. */
export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }) {
  const { file } = await params;
  return new Response(await readFile(join(process.cwd(), "node_modules/qr", file), "utf8"), {
    headers: { "content-type": "text/javascript; charset=utf-8", "cache-control": "public, max-age=3600" },
  });
}
