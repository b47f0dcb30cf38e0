import { z } from "zod";
import type { Database } from "@/db/client";
import { emailAddress } from "@/lib/kernel/fields";
import { Problem } from "@/lib/kernel/problems";
import { parseInput } from "../parse-input";
import { givenPassword, verifyPassword } from "../password";
import type { RequestContext } from "../request-context";
import type { SessionClaims } from "../session-token";
import { forgetAttempts, passwordLimits, takeAttempt } from "../throttle";

export const passwordSignInSchema = z.strictObject({ email: emailAddress(), password: givenPassword() });

/** An unknown address, an account without a password and a wrong password get the same answer after the same time. */
export async function signInWithPassword(
  database: Database,
  raw: unknown,
  { now, address }: RequestContext,
): Promise<SessionClaims> {
  const { email, password } = parseInput(passwordSignInSchema, raw);
  await takeAttempt(database, passwordLimits(email, address), now);
  const [account] = await database.sql<{ id: string; passwordHash: string | null; epoch: number }[]>`
    select id, password_hash as "passwordHash", session_epoch as epoch from account where email = ${email}`;
  const right = await verifyPassword(account?.passwordHash, password);
  if (!account || !right) throw new Problem("wrong_credentials");
  await forgetAttempts(database, email, address);
  return { accountId: account.id, epoch: account.epoch, by: "password", only: null };
}
