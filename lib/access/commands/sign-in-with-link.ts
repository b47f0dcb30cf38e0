import type { Database, Tx } from "@/db/client";
import { env } from "@/lib/kernel/env";
import { uuidv7 } from "@/lib/kernel/ids";
import { Problem } from "@/lib/kernel/problems";
import { withRetries } from "../define-command";
import type { RequestContext } from "../request-context";
import type { SessionClaims } from "../session-token";
import { takeToken } from "../sign-in-token";
import { linkLimits, takeAttempt } from "../throttle";
import { claimMembership } from "./claim-membership";
import { join } from "./join-program";

export interface LinkSignIn {
  claims: SessionClaims;
  merchantId: number;
  /** The membership that this address has, or was just given; null for somebody who may join. */
  memberId: string | null;
  /** The page that it was asked from, when that was not the sign-in itself. */
  landing: string | null;
}

/** Uses a mailed link up, on whichever device it was opened, and claims the membership that waits for its address. */
export async function signInWithLink(
  database: Database,
  secret: string,
  { now, address }: RequestContext,
): Promise<LinkSignIn> {
  await takeAttempt(database, linkLimits(address), now);
  return withRetries(() =>
    database.transaction(async (tx) => {
      const token = await takeToken(tx, { secret, purposes: ["sign-in"], now });
      const { email, merchantId, joining, landing = null } = token;
      if (merchantId === null) throw new Problem("link_expired");
      const account = await accountOf(tx, email, now);
      const joiner = { accountId: account.id, email };
      const memberId = joining
        ? await join(tx, { joiner, joining, merchantId }, { now, address })
        : await claimMembership(tx, { ...joiner, merchantId, now, address });
      // Without mail nobody proves a mailbox: the owner of this shop handed the link on, so it opens this shop's card only.
      const only = env().SMTP_URL === undefined ? merchantId : null;
      return {
        claims: { accountId: account.id, epoch: account.epoch, by: "link", only },
        merchantId,
        memberId,
        landing,
      };
    }),
  );
}

/** The account of an address, made at its first sign-in. */
async function accountOf(tx: Tx, email: string, now: Date): Promise<{ id: string; epoch: number }> {
  await tx.sql`
    insert into account (id, email, created_at) values (${uuidv7()}, ${email}, ${now.toISOString()})
    on conflict (email) do nothing`;
  const [account] = await tx.sql<{ id: string; epoch: number }[]>`
    select id, session_epoch as epoch from account where email = ${email}`;
  if (!account) throw new Error("an account that was just made is missing");
  return account;
}
