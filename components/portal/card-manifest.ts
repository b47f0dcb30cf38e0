import { shopColour } from "@/lib/kernel/shop-colour";

/**
 * The web manifest of one program's card: it is installed under its own name, colour and icon, and opens its own card. Its
 * scope ends with a slash, so that it holds no other shop whose word begins alike; the app begins in it.
 */
export function cardManifest(
  shop: { slug: string; name: string; colour: string; locale: string },
  description: string,
) {
  const home = `/c/${shop.slug}`;
  const icon = (size: number, purpose: "any" | "maskable") => ({
    src: `${home}/icon/${size}`,
    sizes: `${size}x${size}`,
    type: "image/png",
    purpose,
  });
  return {
    // What an app is known by: those that are installed already stay the same one.
    id: home,
    name: shop.name,
    short_name: shop.name.length > 14 ? shop.name.slice(0, 14).trimEnd() : shop.name,
    description,
    lang: shop.locale,
    start_url: `${home}/`,
    scope: `${home}/`,
    display: "standalone",
    orientation: "portrait",
    theme_color: shopColour(shop.colour).light.sign,
    background_color: "#fdfcfa",
    icons: [icon(192, "any"), icon(512, "any"), icon(192, "maskable"), icon(512, "maskable")],
  };
}
