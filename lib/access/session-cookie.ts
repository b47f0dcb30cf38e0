import { cookies } from "next/headers";
import {
  openSession,
  type SessionClaims,
  sealSession,
  secureCookies,
  sessionCookieName,
} from "./session-token";

/** As long as browsers keep one: longer than its session, so that who comes back after its end is told that it ended. */
const cookieSeconds = 400 * 24 * 60 * 60;

/**
 * Signs this browser in. A mailed link of the same person does not take away what their password opened, so that an owner
 * can look at their own card.
 */
export async function startSession(claims: SessionClaims): Promise<void> {
  const jar = await cookies();
  const present = await openSession(jar.get(sessionCookieName())?.value);
  const stronger = present?.by === "password" && claims.by === "link";
  if (stronger && present.accountId === claims.accountId && present.epoch === claims.epoch) return;
  jar.set(sessionCookieName(), await sealSession(claims), {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: secureCookies(),
    maxAge: cookieSeconds,
  });
}

export async function endSession(): Promise<void> {
  (await cookies()).set(sessionCookieName(), "", {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: secureCookies(),
    maxAge: 0,
  });
}
