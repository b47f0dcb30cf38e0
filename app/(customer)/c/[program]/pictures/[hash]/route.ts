import { publicShop } from "@/lib/access/session";
import { isPictureHash } from "@/lib/kernel/picture-data";
import { getPicture } from "@/lib/program/queries/get-picture";

/** A picture of a reward. It goes by what is in it, so it never changes. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ program: string; hash: string }> },
): Promise<Response> {
  const { program, hash } = await params;
  const shop = isPictureHash(hash) ? await publicShop(program) : null;
  const picture = shop && (await getPicture({ merchantId: shop.id, hash }));
  if (!picture) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(picture.bytes), {
    headers: {
      "content-type": picture.type,
      "cache-control": "public, max-age=31536000, immutable",
      "content-security-policy": "default-src 'none'",
      "x-content-type-options": "nosniff",
    },
  });
}
