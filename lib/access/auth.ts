import NextAuth, { type AuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import type { Database } from "@/db/client";
import { database } from "@/db/connection";
import { systemNow } from "@/lib/kernel/clock";
import { log } from "@/lib/kernel/log";
import { Problem } from "@/lib/kernel/problems";
import { unexpected } from "./problem-response";
import { clientAddress, type RequestContext } from "./request-context";
import { safePath } from "./safe-path";
import {
  fromToken,
  type SessionClaims,
  secureCookies,
  sessionSeconds,
  sessionSecret,
  toToken,
} from "./session-token";

/** The ways in: the commands that the sign-in pages use too, so that no door is easier than another. */
interface Doors {
  password(database: Database, raw: unknown, context: RequestContext): Promise<SessionClaims>;
  link(database: Database, secret: string, context: RequestContext): Promise<{ claims: SessionClaims }>;
}

type Context = { params: Promise<{ nextauth: string[] }> };

/** The session endpoints of next-auth, for programs that sign in: same checks and same cookie as the pages. */
export const authRoute =
  (doors: Doors) =>
  async (request: Request, context: Context): Promise<Response> =>
    NextAuth(request as never, context as never, authOptions(doors));

const authOptions = (doors: Doors): AuthOptions => ({
  secret: sessionSecret(),
  useSecureCookies: secureCookies(),
  session: { strategy: "jwt", maxAge: sessionSeconds("password") },
  pages: { signIn: "/sign-in", error: "/sign-in" },
  providers: [
    Credentials({
      id: "password",
      credentials: { email: {}, password: {} },
      authorize: (given, { headers }) =>
        admit(() =>
          doors.password(database(), { email: given?.email, password: given?.password }, contextOf(headers)),
        ),
    }),
    Credentials({
      id: "link",
      credentials: { token: {} },
      authorize: (given, { headers }) =>
        admit(async () => (await doors.link(database(), String(given?.token), contextOf(headers))).claims),
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => (isAdmitted(user) ? { ...token, ...toToken(user.claims) } : token),
    session: ({ session, token }) => ({ expires: session.expires, accountId: fromToken(token)?.accountId }),
    redirect: ({ url }) => safePath(url) ?? "/",
  },
  logger: {
    error: (code, metadata) =>
      log().warn({ code, err: metadata instanceof Error ? metadata : undefined }, "sign-in"),
    warn: (code) => log().debug({ code }, "sign-in"),
    debug: () => {},
  },
});

interface Admitted {
  id: string;
  claims: SessionClaims;
}

const isAdmitted = (user: object | undefined): user is Admitted => user !== undefined && "claims" in user;

/** The library puts a thrown message into an address for everybody to read: only our own codes may get there. */
async function admit(run: () => Promise<SessionClaims>): Promise<Admitted> {
  try {
    const claims = await run();
    return { id: claims.accountId, claims };
  } catch (error) {
    const problem = error instanceof Problem ? error : unexpected(error);
    throw new Error(problem.code);
  }
}

function contextOf(headers: Record<string, unknown> | undefined): RequestContext {
  const forwarded = headers?.["x-forwarded-for"];
  const known = new Headers(typeof forwarded === "string" ? { "x-forwarded-for": forwarded } : {});
  return { now: systemNow(), address: clientAddress(known) };
}
