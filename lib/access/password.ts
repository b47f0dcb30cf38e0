import { hash, verify } from "@node-rs/argon2";
import { z } from "zod";
import { isCommonPassword } from "./common-passwords";

// OWASP's minimum for argon2id: 19 MiB, two passes, one lane. The library's default algorithm is argon2id.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const shortest = 10;

/** A new password: 10 to 200 characters, none of those that everybody tries first. */
export const newPassword = () =>
  z
    .string()
    .min(shortest)
    .max(200)
    // One that is too short is told so, and nothing else.
    .refine((value) => value.length < shortest || !isCommonPassword(value), { error: "password.common" });

/** A password as typed to sign in: of any age, so of any shape, but not so long that hashing it is an attack. */
export const givenPassword = () => z.string().min(1).max(200);

export const hashPassword = (password: string): Promise<string> => hash(normal(password), cost);

let nobody: Promise<string> | undefined;

/**
 * Whether the password is the account's. Without an account, or without a password of its own, it takes as long and
 * says no: the time must not tell which addresses are known.
 */
export async function verifyPassword(kept: string | null | undefined, password: string): Promise<boolean> {
  nobody ??= hashPassword("nobody's password");
  const matches = await verify(kept ?? (await nobody), normal(password));
  return matches && kept !== null && kept !== undefined;
}

// The same letters may reach us composed or decomposed, by keyboard and system.
const normal = (password: string): string => password.normalize("NFC");
