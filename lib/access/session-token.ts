import { randomUUID } from "node:crypto";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { env } from "@/lib/kernel/env";

/** What a session proves. Roles and memberships are not in it: they are read for every request. */
export interface SessionClaims {
  accountId: string;
  /** Must equal the account's: raising that ends every session. */
  epoch: number;
  /** A mailed link opens the card; the staff's side takes a password. */
  by: "password" | "link";
  /** The one program whose card a link opens, where links are not mailed but read in its owner's outbox. */
  only: number | null;
  /** Which sign-in this is, so that one can be ended without the others; given when the session is sealed. */
  sid?: string;
}

const claimsSchema = z.object({
  sub: z.uuid(),
  epoch: z.int(),
  by: z.enum(["password", "link"]),
  only: z.int().nullable(),
  sid: z.uuid().optional(),
});

/** Seconds a session lasts: a card lives on its owner's phone, a till is signed into again every month. */
export const sessionSeconds = (by: SessionClaims["by"]): number => (by === "link" ? 180 : 30) * 24 * 60 * 60;

export const secureCookies = (): boolean => env().NEXTAUTH_URL.startsWith("https://");

/** The framework's own names, so that its session endpoint and ours read the same cookie. */
export const sessionCookieName = (): string =>
  secureCookies() ? "__Secure-next-auth.session-token" : "next-auth.session-token";

export function sessionSecret(): string {
  const secret = env().NEXTAUTH_SECRET;
  if (!secret) throw new Error("NEXTAUTH_SECRET is not set: the start script makes and keeps one");
  return secret;
}

export const sealSession = (claims: SessionClaims): Promise<string> =>
  encode({ token: toToken(claims), secret: sessionSecret(), maxAge: sessionSeconds(claims.by) });

/** Reads a session cookie; null for one that is forged, expired or of another installation. */
export async function openSession(sealed: string | undefined): Promise<SessionClaims | null> {
  if (!sealed) return null;
  try {
    return fromToken(await decode({ token: sealed, secret: sessionSecret() }));
  } catch {
    return null;
  }
}

export const toToken = ({ accountId, epoch, by, only, sid }: SessionClaims) => ({
  sub: accountId,
  epoch,
  by,
  only,
  sid: sid ?? randomUUID(),
});

export function fromToken(token: unknown): SessionClaims | null {
  const read = claimsSchema.safeParse(token);
  if (!read.success) return null;
  const { sub, epoch, by, only, sid } = read.data;
  return { accountId: sub, epoch, by, only, ...(sid ? { sid } : {}) };
}
