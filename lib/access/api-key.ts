import { createHash, randomBytes } from "node:crypto";
import type { Database } from "@/db/client";
import { Problem } from "@/lib/kernel/problems";
import type { KeyActor, Scope } from "./actor";

/** `rk_<merchant>_<43 characters>`: the merchant is in the key so that the look-up stays within one tenant. */
export function newApiKeySecret(merchantId: number): { secret: string; hash: string; hint: string } {
  const secret = `rk_${merchantId}_${randomBytes(32).toString("base64url")}`;
  return { secret, hash: hashSecret(secret), hint: secret.slice(-4) };
}

const hashSecret = (secret: string): string => createHash("sha256").update(secret).digest("base64url");

const shape = /^Bearer +(rk_(\d{1,15})_[A-Za-z0-9_-]{43}) *$/i;

export interface Authenticated {
  actor: KeyActor;
  /** Requests a minute. */
  rateLimit: number;
}

/** How long, in milliseconds, a key that was looked up is taken at its word: a revoked key may still work for this long. */
export const keyMemoryMs = 2_000;
const rememberedAtMost = 10_000;

interface StoredKey {
  id: string;
  scopes: Scope[];
  rateLimit: number;
}

/** By hash, so that no secret stays in memory. Only keys that exist are remembered. */
const remembered = new Map<string, { until: number; key: Promise<StoredKey | undefined> }>();

/** Who is asking, by the Authorization header. A wrong, unknown and revoked key all get the same answer. */
export async function authenticateKey(
  database: Database,
  header: string | null,
  { address, now }: { address: string | undefined; now: Date },
): Promise<Authenticated> {
  const [, secret, merchant] = (header && shape.exec(header)) || [];
  if (!secret || !merchant) throw new Problem("unauthenticated");
  const merchantId = Number(merchant);
  const key = await knownKey(database, { merchantId, hash: hashSecret(secret), now });
  if (!key) throw new Problem("unauthenticated");
  return {
    actor: { kind: "key", merchantId, keyId: key.id, scopes: key.scopes, transport: "api", address },
    rateLimit: key.rateLimit,
  };
}

interface Lookup {
  merchantId: number;
  hash: string;
  now: Date;
}

/** Requests that arrive while a look-up is under way wait for it instead of making their own. */
async function knownKey(database: Database, lookup: Lookup): Promise<StoredKey | undefined> {
  const { hash, now } = lookup;
  const known = remembered.get(hash);
  if (known && now.getTime() < known.until) return known.key;
  if (remembered.size >= rememberedAtMost) remembered.clear();
  const fresh = { until: now.getTime() + keyMemoryMs, key: readKey(database, lookup) };
  remembered.set(hash, fresh);
  const forget = () => {
    if (remembered.get(hash) === fresh) remembered.delete(hash);
  };
  try {
    const key = await fresh.key;
    if (!key) forget();
    return key;
  } catch (error) {
    forget();
    throw error;
  }
}

async function readKey({ sql }: Database, { merchantId, hash, now }: Lookup): Promise<StoredKey | undefined> {
  const [key] = await sql<(StoredKey & { stale: boolean })[]>`
    select id, scopes, rate_limit as "rateLimit",
      (last_used_at is null or last_used_at < ${minuteBefore(now)}) as stale
    from api_key where merchant_id = ${merchantId} and hash = ${hash} and revoked_at is null`;
  // The owner is shown when a key was last used; to the minute is enough, and keeps the row from being written all the time.
  if (key?.stale) {
    await sql`
      update api_key set last_used_at = ${now.toISOString()}
      where merchant_id = ${merchantId} and id = ${key.id}
        and (last_used_at is null or last_used_at < ${minuteBefore(now)})`;
  }
  return key && { id: key.id, scopes: key.scopes, rateLimit: key.rateLimit };
}

const minuteBefore = (now: Date): string => new Date(now.getTime() - 60_000).toISOString();
