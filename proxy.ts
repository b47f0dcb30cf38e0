import { type NextRequest, NextResponse } from "next/server";
import { askedPathHeader } from "@/lib/access/asked-path-header";

/** Tells the staff's pages their own address: who has to sign in first returns to it. */
export function proxy(request: NextRequest): NextResponse {
  const headers = new Headers(request.headers);
  headers.set(askedPathHeader, `${request.nextUrl.pathname}${request.nextUrl.search}`);
  return NextResponse.next({ request: { headers } });
}

export const config = {
  matcher: [{ source: "/m/:path*", missing: [{ type: "header", key: "next-action" }] }],
};
