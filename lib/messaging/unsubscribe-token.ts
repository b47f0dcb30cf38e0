import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Database, Tx } from "@/db/client";
import { isMemberMailKind, type MemberMailKind } from "./schemas";

/** Whose mail of which kind a link ends. */
export interface Unsubscription {
  merchantId: number;
  memberId: string;
  kind: MemberMailKind;
}

type Source = Pick<Database | Tx, "sql">;

/** The secret that signs a shop's links, made at first use. It is in the database so that links outlive a move of the house. */
export async function mailSecret({ sql }: Source, merchantId: number): Promise<string> {
  const fresh = randomBytes(32).toString("base64url");
  await sql`insert into mail_key (merchant_id, secret) values (${merchantId}, ${fresh}) on conflict do nothing`;
  const known = await knownSecret({ sql }, merchantId);
  if (!known) throw new Error("the mail key was not kept");
  return known;
}

async function knownSecret({ sql }: Source, merchantId: number): Promise<string | null> {
  const [row] = await sql<
    { secret: string }[]
  >`select secret from mail_key where merchant_id = ${merchantId}`;
  return row?.secret ?? null;
}

export function unsubscribeToken(secret: string, { merchantId, memberId, kind }: Unsubscription): string {
  const said = `${merchantId.toString(36)}.${memberId}.${kind}`;
  return `${said}.${signature(secret, said)}`;
}

/** What a link stands for; null when it is not one of ours, whatever is wrong with it. */
export async function readUnsubscribeToken(source: Source, token: string): Promise<Unsubscription | null> {
  const match = /^([0-9a-z]{1,10})\.([0-9a-f-]{36})\.([a-z-]{1,30})\.([\w-]{43})$/.exec(token);
  if (!match) return null;
  const [, merchant = "", memberId = "", kind = "", signed = ""] = match;
  const merchantId = Number.parseInt(merchant, 36);
  if (!Number.isSafeInteger(merchantId) || !isMemberMailKind(kind)) return null;
  const secret = await knownSecret(source, merchantId);
  if (!secret) return null;
  const expected = signature(secret, `${merchant}.${memberId}.${kind}`);
  return timingSafeEqual(Buffer.from(signed), Buffer.from(expected)) ? { merchantId, memberId, kind } : null;
}

const signature = (secret: string, said: string): string =>
  createHmac("sha256", secret).update(`unsubscribe ${said}`).digest("base64url");
