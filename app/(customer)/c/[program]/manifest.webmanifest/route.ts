import { getTranslations } from "next-intl/server";
import { cardManifest } from "@/components/portal/card-manifest";
import { publicShop } from "@/lib/access/session";
import { pointsOf } from "../../points-of";

/** One manifest a program. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ program: string }> },
): Promise<Response> {
  const { program } = await params;
  const shop = await publicShop(program);
  if (!shop) return new Response(null, { status: 404 });
  const t = await getTranslations({ locale: shop.locale, namespace: "portal.install" });
  const { many } = await pointsOf(shop, shop.locale);
  return Response.json(cardManifest(shop, t("description", { shop: shop.name, word: many })), {
    headers: { "content-type": "application/manifest+json", "cache-control": "public, max-age=600" },
  });
}
