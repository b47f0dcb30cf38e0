import { type NextRequest, NextResponse } from "next/server";
import { askedPathHeader } from "@/lib/access/asked-path-header";

/**
 * Tells pages their own address: who has to sign in first returns to it. The word for a shop in it is written small, however
 * a phone's keyboard begins it.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  const small = pathname.replace(/^\/c\/[^/]+/, (home) => home.toLowerCase());
  if (small !== pathname) return NextResponse.redirect(new URL(small + search, request.url), 308);
  const headers = new Headers(request.headers);
  headers.set(askedPathHeader, `${pathname}${search}`);
  return NextResponse.next({ request: { headers } });
}

export const config = {
  matcher: [
    { source: "/m/:path*", missing: [{ type: "header", key: "next-action" }] },
    { source: "/c/:program/:path+", missing: [{ type: "header", key: "next-action" }] },
    // The card itself is asked for most, and has no place in it to come back to.
    "/c/:program([^/]*[A-Z][^/]*)",
  ],
};
