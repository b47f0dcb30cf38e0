import { ImageResponse } from "next/og";
import { publicShop } from "@/lib/access/session";
import { shopIconSvg } from "@/lib/kernel/shop-icon";

const sizes = ["180", "192", "512"];

/** A program's icon as a picture: phones want pixels. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ program: string; size: string }> },
): Promise<Response> {
  const { program, size } = await params;
  const shop = sizes.includes(size) ? await publicShop(program) : null;
  if (!shop) return new Response(null, { status: 404 });
  const pixels = Number(size);
  const source = `data:image/svg+xml;base64,${Buffer.from(shopIconSvg(shop)).toString("base64")}`;
  return new ImageResponse(
    // biome-ignore lint/performance/noImgElement: what is drawn is a picture file, not a page
    <img src={source} width={pixels} height={pixels} alt="" />,
    { width: pixels, height: pixels, headers: { "cache-control": "public, max-age=3600" } },
  );
}
