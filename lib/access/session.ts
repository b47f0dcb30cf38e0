import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { database } from "@/db/connection";
import { systemNow } from "@/lib/kernel/clock";
import { isLocale, type Locale } from "@/lib/kernel/i18n/locale";
import { Problem } from "@/lib/kernel/problems";
import { withoutSaying } from "@/lib/kernel/said-once";
import type { MemberActor, Role, StaffActor } from "./actor";
import { askedPathHeader } from "./asked-path-header";
import { isStale, noteSession } from "./note-session";
import { clientAddress } from "./request-context";
import { openSession, type SessionClaims, sessionCookieName } from "./session-token";
import { type Shop, shopBySlug, shopId } from "./shop";

/** Who is signed in, whatever they may do where. */
export interface SignedInAccount extends SessionClaims {
  email: string;
  name: string | null;
  locale: Locale | null;
}

/** The account of this request's session; null when nobody is signed in, or the session was ended elsewhere. */
export const signedInAccount = cache(async (): Promise<SignedInAccount | null> => {
  const claims = await sessionClaims();
  if (!claims) return null;
  const [account] = await database().sql<{ email: string; name: string | null; locale: string | null }[]>`
    select email, name, locale from account where id = ${claims.accountId} and session_epoch = ${claims.epoch}`;
  return account ? { ...claims, ...account, locale: isLocale(account.locale) ? account.locale : null } : null;
});

const sessionClaims = cache(async () => openSession((await cookies()).get(sessionCookieName())?.value));

const address = async (): Promise<string | undefined> => clientAddress(await headers());

export interface StaffSession {
  actor: StaffActor;
  shop: Shop;
  email: string;
  name: string | null;
  /** Which sign-in this is; null for one that was made before they were told apart. */
  sessionId: string | null;
}

type StaffRow = Shop & {
  role: Role;
  accountEmail: string;
  accountName: string | null;
  seenAt: string | null;
  endedAt: string | null;
};

/**
 * A member of this shop's staff. Refuses `unauthenticated` without a session, and `not_found` for a shop they do not work
 * for, whether it exists or not. The role is read now, never kept in the session.
 */
export const staffSession = cache(async (programSlug: string): Promise<StaffSession> => {
  const claims = await sessionClaims();
  if (claims?.by !== "password") throw new Problem("unauthenticated");
  const merchantId = await shopId(database(), programSlug);
  const [row] =
    merchantId === null
      ? []
      : await database().sql<StaffRow[]>`
          select m.id, m.slug, m.name, m.currency, m.timezone, m.locale, m.country, m.colour, m.logo,
            m.point_name as "pointName", m.undo_minutes as "undoMinutes", s.role, a.email as "accountEmail", a.name as "accountName",
            d.last_seen_at as "seenAt", d.ended_at as "endedAt"
          from staff s join account a on a.id = s.account_id join merchant m on m.id = s.merchant_id
            left join staff_session d on d.merchant_id = ${merchantId} and d.account_id = s.account_id
              and d.session_id = ${claims.sid ?? null}
          where s.merchant_id = ${merchantId} and s.account_id = ${claims.accountId} and s.active
            and a.session_epoch = ${claims.epoch}`;
  if (!row) throw new Problem((await signedInAccount()) ? "not_found" : "unauthenticated");
  const { role, accountEmail: email, accountName: name, seenAt, endedAt, ...shop } = row;
  // Of this shop only: elsewhere the same person may stay signed in.
  if (endedAt !== null) throw new Problem("unauthenticated", { params: { ended: 1 } });
  await noteSeen(shop.id, claims, seenAt);
  const actor: StaffActor = {
    kind: "staff",
    merchantId: shop.id,
    accountId: claims.accountId,
    role,
    transport: "web",
    address: await address(),
  };
  return { actor, shop, email, name, sessionId: claims.sid ?? null };
});

async function noteSeen(merchantId: number, claims: SessionClaims, seenAt: string | null): Promise<void> {
  const now = systemNow();
  if (!claims.sid || !isStale(seenAt, now)) return;
  const device = (await headers()).get("user-agent")?.slice(0, 300) ?? null;
  const { accountId, sid: sessionId } = claims;
  await noteSession(database().sql, {
    merchantId,
    accountId,
    sessionId,
    device,
    address: await address(),
    now,
  });
}

export interface MemberSession {
  actor: MemberActor;
  shop: Shop;
}

/**
 * The membership of this program that the signed-in account has. Refuses `unauthenticated` without a session that may see
 * it, and `not_found` when the program does not exist or the account has no card of it.
 */
export const memberSession = cache(async (programSlug: string): Promise<MemberSession> => {
  const [account, shop] = await Promise.all([signedInAccount(), shopBySlug(database(), programSlug)]);
  if (!shop) throw new Problem("not_found");
  if (!account || (account.only !== null && account.only !== shop.id)) throw new Problem("unauthenticated");
  const [member] = await database().sql<{ id: string }[]>`
    select coalesce(merged_into, id) as id from member
    where merchant_id = ${shop.id} and account_id = ${account.accountId} and status in ('active', 'merged') order by status limit 1`;
  if (!member) throw new Problem("not_found");
  const actor: MemberActor = {
    kind: "member",
    merchantId: shop.id,
    memberId: member.id,
    transport: "web",
    address: await address(),
  };
  return { actor, shop };
});

/** How somebody stands to a shop's program, for the pages that lead to a card. */
export async function signedInTo({ slug }: Pick<Shop, "slug">): Promise<"nobody" | "stranger" | "member"> {
  try {
    await memberSession(slug);
    return "member";
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.code === "unauthenticated" ? "nobody" : "stranger";
  }
}

export const staffActor = async (programSlug: string): Promise<StaffActor> =>
  (await staffSession(programSlug)).actor;

export const memberActor = async (programSlug: string): Promise<MemberActor> =>
  (await memberSession(programSlug)).actor;

/** The address that was asked for, as the proxy notes it; only below `home`, whatever a header says. */
async function askedPath(home: string, page: string): Promise<string> {
  const asked = (await headers()).get(askedPathHeader) ?? "";
  return asked.startsWith(`${home}/`) ? asked.slice(0, 500) : `${home}${page}`;
}

/** A card's page with its place in it: the entry that stood open, the reward that was chosen. */
async function askedPlace(page: string): Promise<string> {
  const asked = (await headers()).get(askedPathHeader) ?? "";
  const [path, search = ""] = asked.split("?", 2);
  if (path !== page) return page;
  const params = withoutSaying(new URLSearchParams(search));
  return params.size > 0 ? `${page}?${params}`.slice(0, 500) : page;
}

/** For pages: sends to the sign-in, which leads back to what was asked for, or shows that there is nothing here. */
export async function staffPage(programSlug: string, page = ""): Promise<StaffSession> {
  try {
    return await staffSession(programSlug);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.code === "unauthenticated") {
      const to = await askedPath(`/m/${programSlug}`, page);
      redirect(`/sign-in?${error.params.ended ? "again=1&" : ""}to=${encodeURIComponent(to)}`);
    }
    notFound();
  }
}

/**
 * For pages: sends whoever is not signed in to the program's sign-in, and whoever has no card yet to joining. `here` is the
 * page below the card's own ("history"): the link that is mailed then leads back to it, and to the place in it.
 */
export async function memberPage(programSlug: string, here = ""): Promise<MemberSession> {
  try {
    return await memberSession(programSlug);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if ((await publicShop(programSlug)) === null) notFound();
    const home = `/c/${encodeURIComponent(programSlug)}`;
    if (error.code === "not_found") redirect(`${home}/join`);
    const [page] = here.split("?", 1);
    const to = page && (await askedPlace(`${home}/${page}`));
    redirect(`${home}/sign-in${to ? `?to=${encodeURIComponent(to)}` : ""}`);
  }
}

/**
 * For a file that a card's page offers: a browser that goes there signed out is sent to the sign-in, which leads back to the
 * page; a program is refused.
 */
export const memberFile = (request: Request, programSlug: string, page: string): Promise<MemberSession> =>
  request.headers.get("accept")?.includes("text/html")
    ? memberPage(programSlug, page)
    : memberSession(programSlug);

/** Whether somebody was signed in on this device and is no longer. */
export const wasSignedIn = async (): Promise<boolean> =>
  (await cookies()).has(sessionCookieName()) && (await signedInAccount()) === null;

/** A program's name and colour, for the pages that everybody may see. */
export const publicShop = cache(
  (programSlug: string): Promise<Shop | null> => shopBySlug(database(), programSlug),
);
