import { getTranslations } from "next-intl/server";
import { publicShop } from "@/lib/access/session";
import { shopColour } from "@/lib/kernel/shop-colour";
import { pointsOf } from "../../points-of";

/** One manifest a program: it is installed under its own name, colour and icon, and opens its own card. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ program: string }> },
): Promise<Response> {
  const { program } = await params;
  const shop = await publicShop(program);
  if (!shop) return new Response(null, { status: 404 });
  const t = await getTranslations({ locale: shop.locale, namespace: "portal.install" });
  const { many } = await pointsOf(shop, shop.locale);
  const home = `/c/${shop.slug}`;
  const icon = (size: number, purpose: "any" | "maskable") => ({
    src: `${home}/icon/${size}`,
    sizes: `${size}x${size}`,
    type: "image/png",
    purpose,
  });
  const manifest = {
    id: home,
    name: shop.name,
    short_name: shop.name.length > 14 ? shop.name.slice(0, 14).trimEnd() : shop.name,
    description: t("description", { shop: shop.name, word: many }),
    lang: shop.locale,
    start_url: home,
    scope: home,
    display: "standalone",
    orientation: "portrait",
    theme_color: shopColour(shop.colour).light.sign,
    background_color: "#fdfcfa",
    icons: [icon(192, "any"), icon(512, "any"), icon(192, "maskable"), icon(512, "maskable")],
  };
  return Response.json(manifest, {
    headers: { "content-type": "application/manifest+json", "cache-control": "public, max-age=600" },
  });
}
