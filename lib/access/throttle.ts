import { createHash } from "node:crypto";
import type { Database, Tx } from "@/db/client";
import { Problem } from "@/lib/kernel/problems";
import { type Actor, actorName } from "./actor";

const windowMs = 15 * 60_000;

/** What is counted, and how many attempts of it are let through in a quarter of an hour. */
export interface Limit {
  key: string;
  limit: number;
}

/**
 * Who tries one address's password from one place stops at 10. From many places: 50, enough for a shop's own fingers and
 * far from a search. From one place at many addresses: 100.
 */
export const passwordLimits = (email: string, address: string | undefined): Limit[] => [
  { key: `password:pair:${digest(`${email} ${address ?? ""}`)}`, limit: 10 },
  { key: `password:email:${digest(email)}`, limit: 50 },
  ...(address ? [{ key: `password:address:${digest(address)}`, limit: 100 }] : []),
];

/** Mail that a stranger can cause: a few to one mailbox, more from one place (a shop's whole queue shares its network). */
export const mailLimits = (email: string, address: string | undefined): Limit[] => [
  { key: `mail:email:${digest(email)}`, limit: 5 },
  ...(address ? [{ key: `mail:address:${digest(address)}`, limit: 60 }] : []),
];

/** Links are not guessable; this keeps a machine that tries from keeping the database busy. */
export const linkLimits = (address: string | undefined): Limit[] =>
  address ? [{ key: `link:address:${digest(address)}`, limit: 100 }] : [];

/** Cards that somebody asks about or gives points to: enough for ten gifts, far from a search for whose a number is. */
export const cardLimits = (actor: Actor): Limit[] => [
  { key: `card:${actorName(actor)}`, limit: 20 },
  ...(actor.address ? [{ key: `card:address:${digest(actor.address)}`, limit: 200 }] : []),
];

const digest = (text: string): string => createHash("sha256").update(text).digest("base64url");

/**
 * Counts an attempt before it is made, so that attempts made at the same moment are all counted. Refuses beyond a limit.
 * Shared by every web process through the database.
 */
export async function takeAttempt(
  source: Pick<Database | Tx, "sql">,
  limits: Limit[],
  now: Date,
): Promise<void> {
  if (limits.length === 0) return;
  const keys = limits.map((one) => one.key).sort();
  const at = now.toISOString();
  const stale = new Date(now.getTime() - windowMs).toISOString();
  const rows = await source.sql<{ key: string; count: number; windowStart: string }[]>`
    insert into throttle as t (key, count, window_start)
    select k, 1, ${at}::timestamptz from unnest(${keys}::text[]) as k order by k
    on conflict (key) do update set
      count = case when t.window_start <= ${stale} then 1 else t.count + 1 end,
      window_start = case when t.window_start <= ${stale} then excluded.window_start else t.window_start end
    returning key, count, window_start as "windowStart"`;
  const over = rows.filter((row) => row.count > (limits.find((one) => one.key === row.key)?.limit ?? 0));
  if (over.length === 0) return;
  const ends = Math.max(...over.map((row) => new Date(row.windowStart).getTime() + windowMs));
  throw new Problem("too_many_attempts", {
    params: { minutes: Math.max(1, Math.ceil((ends - now.getTime()) / 60_000)) },
  });
}

/** Whoever proved who they are starts afresh; the count of their network stays, or one account would launder it. */
export async function forgetAttempts(
  source: Pick<Database | Tx, "sql">,
  email: string,
  address: string | undefined,
) {
  const keys = passwordLimits(email, address)
    .map((one) => one.key)
    .filter((key) => !key.startsWith("password:address:"));
  await source.sql`delete from throttle where key = any(${keys}::text[])`;
}
