import { cardWorker } from "@/components/portal/card-worker";
import { publicShop } from "@/lib/access/session";

/** The program's service worker: it may see the card itself, whose address has no slash at its end. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ program: string }> },
): Promise<Response> {
  const { program } = await params;
  const shop = await publicShop(program);
  if (!shop) return new Response(null, { status: 404 });
  const home = `/c/${shop.slug}`;
  return new Response(cardWorker(home), {
    headers: {
      "content-type": "text/javascript; charset=utf-8",
      "service-worker-allowed": home,
      "cache-control": "no-cache",
    },
  });
}
