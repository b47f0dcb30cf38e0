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

const shape = /^Bearer rk_(\d{1,15})_[A-Za-z0-9_-]{43}$/;

export interface Authenticated {
  actor: KeyActor;
  /** Requests a minute. */
  rateLimit: number;
}

/** Who is asking, by the Authorization header. A wrong, unknown and revoked key all get the same answer. */
export async function authenticateKey(
  database: Database,
  header: string | null,
  address: string | undefined,
): Promise<Authenticated> {
  const match = header ? shape.exec(header) : null;
  if (!header || !match) throw new Problem("unauthenticated");
  const merchantId = Number(match[1]);
  const [key] = await database.sql<{ id: string; scopes: Scope[]; rateLimit: number }[]>`
    select id, scopes, rate_limit as "rateLimit" from api_key
    where merchant_id = ${merchantId} and hash = ${hashSecret(header.slice("Bearer ".length))} and revoked_at is null`;
  if (!key) throw new Problem("unauthenticated");
  return {
    actor: { kind: "key", merchantId, keyId: key.id, scopes: key.scopes, transport: "api", address },
    rateLimit: key.rateLimit,
  };
}
