import { tillWorker } from "@/components/till/offline/till-worker";
import { publicShop } from "@/lib/access/session";

/** The till's service worker: it may see the till itself, whose address has no slash at its end. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ program: string }> },
): Promise<Response> {
  const { program } = await params;
  const shop = await publicShop(program);
  if (!shop) return new Response(null, { status: 404 });
  const home = `/m/${shop.slug}/till`;
  return new Response(tillWorker(home), {
    headers: {
      "content-type": "text/javascript; charset=utf-8",
      "service-worker-allowed": home,
      "cache-control": "no-cache",
    },
  });
}
