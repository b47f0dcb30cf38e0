import type { Database } from "@/db/client";
import { database as ours } from "@/db/connection";
import { systemNow } from "@/lib/kernel/clock";
import { shopById } from "../shop";
import { peekToken, type TokenPurpose } from "../sign-in-token";

export interface LinkShown {
  purpose: TokenPurpose;
  email: string;
  shop: { slug: string; name: string; colour: string };
}

/** What a mailed link would do, without doing it: mail scanners open every link they see. Null: used, expired or unknown. */
export async function peekLink(
  database: Database,
  { secret, purposes, now }: { secret: string; purposes: TokenPurpose[]; now: Date },
): Promise<LinkShown | null> {
  const token = await peekToken(database, { secret, purposes, now });
  if (!token || token.merchantId === null) return null;
  const { slug, name, colour } = await shopById(database, token.merchantId);
  return { purpose: token.purpose, email: token.email, shop: { slug, name, colour } };
}

/** For pages. */
export const showLink = (secret: string, purposes: TokenPurpose[]): Promise<LinkShown | null> =>
  peekLink(ours(), { secret, purposes, now: systemNow() });
