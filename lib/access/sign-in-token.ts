import { createHash, randomBytes } from "node:crypto";
import type { Database, Tx } from "@/db/client";
import type { Locale } from "@/lib/kernel/i18n/locale";
import { Problem } from "@/lib/kernel/problems";

export type TokenPurpose = "sign-in" | "reset" | "invite";

const minute = 60_000;

/** How long a mailed link works, in milliseconds. */
export const tokenLifetime: Record<TokenPurpose, number> = {
  "sign-in": 15 * minute,
  reset: 60 * minute,
  invite: 72 * 60 * minute,
};

export interface TokenFacts {
  email: string;
  /** The shop whose page or owner it was asked from. */
  merchantId: number | null;
  /** Where it leads after signing in, when not to the card. */
  landing?: string | null;
  /** What a newcomer typed beside their address. */
  joining?: Joining | null;
}

/** What joining takes besides an address. `marketing` is the sentence that was agreed to. */
export interface Joining {
  name?: string;
  locale: Locale;
  marketing?: string;
}

const digest = (secret: string): string => createHash("sha256").update(secret).digest("base64url");

/** A new 256-bit link; only its SHA-256 is kept. */
export async function issueToken(
  source: Pick<Database | Tx, "sql">,
  { email, merchantId, purpose, landing, joining, now }: TokenFacts & { purpose: TokenPurpose; now: Date },
): Promise<string> {
  const secret = randomBytes(32).toString("base64url");
  const expires = new Date(now.getTime() + tokenLifetime[purpose]).toISOString();
  await source.sql`
    insert into sign_in_token (hash, email, purpose, merchant_id, landing, joining, expires_at)
    values (${digest(secret)}, ${email}, ${purpose}, ${merchantId}, ${landing ?? null},
      ${joining ? JSON.stringify(joining) : null}::text::jsonb, ${expires})`;
  return secret;
}

/** What a link is for, without using it up; null when it is unknown, used or expired. */
export async function peekToken(
  source: Pick<Database | Tx, "sql">,
  { secret, purposes, now }: { secret: string; purposes: TokenPurpose[]; now: Date },
): Promise<(TokenFacts & { purpose: TokenPurpose }) | null> {
  const [row] = await source.sql<(TokenFacts & { purpose: TokenPurpose })[]>`
    select email, merchant_id as "merchantId", purpose from sign_in_token
    where hash = ${digest(secret)} and purpose = any(${purposes}::text[]) and used_at is null
      and expires_at > ${now.toISOString()}`;
  return row ?? null;
}

/** Uses a link up. Of two who try at the same moment one succeeds: the update takes the row's lock. */
export async function takeToken(
  tx: Tx,
  { secret, purposes, now }: { secret: string; purposes: TokenPurpose[]; now: Date },
): Promise<TokenFacts & { purpose: TokenPurpose }> {
  const at = now.toISOString();
  const [row] = await tx.sql<(TokenFacts & { purpose: TokenPurpose })[]>`
    update sign_in_token set used_at = ${at}
    where hash = ${digest(secret)} and purpose = any(${purposes}::text[]) and used_at is null and expires_at > ${at}
    returning email, merchant_id as "merchantId", purpose, landing, joining`;
  if (!row) throw new Problem("link_expired");
  return row;
}
