import { endSession } from "@/lib/access/session-cookie";

/**
 * Ends the session on this device by a navigation, so that the card's service worker sees it and drops what it keeps for
 * times without a connection.
 */
export async function POST(
  _request: Request,
  { params }: { params: Promise<{ program: string }> },
): Promise<Response> {
  const { program } = await params;
  await endSession();
  return new Response(null, {
    status: 303,
    headers: { location: `/c/${encodeURIComponent(program)}/sign-in`, "cache-control": "no-store" },
  });
}
