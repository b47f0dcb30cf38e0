import { NextResponse } from "next/server";
import { endMailByLink } from "@/lib/messaging/actions";

interface Context {
  params: Promise<{ token: string }>;
}

/** One tap in a mail program (RFC 8058): a POST, without a session and without a redirect. */
export async function POST(_request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  return new NextResponse(null, { status: (await endMailByLink(token)) ? 204 : 404 });
}

/** Scanners open links: only the button on the page ends anything. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  return NextResponse.redirect(new URL(`/unsubscribe/${encodeURIComponent(token)}`, request.url), 303);
}
