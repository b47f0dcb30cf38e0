import { z } from "zod";
import type { Database } from "@/db/client";
import { text } from "@/lib/kernel/fields";
import { Problem } from "@/lib/kernel/problems";
import { composeMail } from "@/lib/messaging/compose-mail";
import { queueMail } from "@/lib/messaging/queue-mail";
import { audit } from "../audit";
import { parseInput } from "../parse-input";
import { hashPassword, newPassword } from "../password";
import type { RequestContext } from "../request-context";
import type { SessionClaims } from "../session-token";
import { shopById } from "../shop";
import { takeToken } from "../sign-in-token";
import { forgetAttempts, linkLimits, takeAttempt } from "../throttle";

export const setPasswordSchema = z.strictObject({
  token: text(100),
  password: newPassword(),
  /** How an invited person wants to be called. */
  name: text(200).optional(),
});

/**
 * Sets a password by a mailed link (reset or invitation). Ends every session of the account and every other link of the
 * kind, and tells the mailbox.
 */
export async function setPassword(
  database: Database,
  raw: unknown,
  { now, address }: RequestContext,
): Promise<SessionClaims> {
  const { token, password, name } = parseInput(setPasswordSchema, raw);
  await takeAttempt(database, linkLimits(address), now);
  const passwordHash = await hashPassword(password);
  return database.transaction(async (tx) => {
    const { email, merchantId, purpose } = await takeToken(tx, {
      secret: token,
      purposes: ["reset", "invite"],
      now,
    });
    const [account] = await tx.sql<{ id: string; epoch: number; locale: string | null }[]>`
      update account set password_hash = ${passwordHash}, session_epoch = session_epoch + 1,
        name = coalesce(${name ?? null}, name)
      where email = ${email} returning id, session_epoch as epoch, locale`;
    if (!account || merchantId === null) throw new Problem("link_expired");
    await tx.sql`delete from sign_in_token where email = ${email} and purpose in ('reset', 'invite') and used_at is null`;
    await forgetAttempts(tx, email, address);
    const shop = await shopById(tx, merchantId);
    if (purpose === "reset") {
      const locale = account.locale === "tr" || account.locale === "en" ? account.locale : shop.locale;
      const mail = composeMail({ kind: "password-changed", shop, locale });
      await queueMail(tx, { ...mail, merchantId, kind: "password-changed", to: email }, now);
    }
    audit(
      tx,
      // Whoever holds the link acts as the account; which role it has does not matter here.
      { kind: "staff", merchantId, accountId: account.id, role: "cashier", transport: "web", address },
      now,
      { action: "account.set-password", subject: `account:${account.id}` },
    );
    return { accountId: account.id, epoch: account.epoch, by: "password", only: null };
  });
}
