import { publicShop } from "./session";

/**
 * A program's service worker, or 404 where there is no such program. It may see `home` itself, whose address has no slash at
 * its end.
 */
export async function workerResponse(
  params: Promise<{ program: string }>,
  homeOf: (slug: string) => string,
  textOf: (home: string) => string,
): Promise<Response> {
  const shop = await publicShop((await params).program);
  if (!shop) return new Response(null, { status: 404 });
  const home = homeOf(shop.slug);
  return new Response(textOf(home), {
    headers: {
      "content-type": "text/javascript; charset=utf-8",
      "service-worker-allowed": home,
      "cache-control": "no-cache",
    },
  });
}
