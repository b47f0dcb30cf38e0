import { z } from "zod";
import type { Database } from "@/db/client";
import { text } from "@/lib/kernel/fields";
import { locales } from "@/lib/kernel/i18n/locale";
import { Problem } from "@/lib/kernel/problems";
import { enrol } from "@/lib/members/enrol";
import type { SystemActor } from "../actor";
import { withRetries } from "../define-command";
import { parseInput } from "../parse-input";
import type { RequestContext } from "../request-context";
import { shopId } from "../shop";
import { claimMembership, linkMembership } from "./claim-membership";

export const joinSchema = z.strictObject({ name: text(200).optional(), locale: z.enum(locales).optional() });

interface Joiner {
  accountId: string;
  email: string;
}

/** Makes a signed-in person a member of a program, or gives them the membership that waits for their address. */
export async function joinProgram(
  database: Database,
  { slug, joiner, raw }: { slug: string; joiner: Joiner; raw: unknown },
  { now, address }: RequestContext,
): Promise<{ memberId: string }> {
  const input = parseInput(joinSchema, raw);
  const merchantId = await shopId(database, slug);
  if (merchantId === null) throw new Problem("not_found");
  const actor: SystemActor = { kind: "system", merchantId, name: "sign-in", transport: "web", address };
  return withRetries(() =>
    database.transaction(async (tx) => {
      // Two presses of the same button: the second waits here, then finds the membership of the first.
      await tx.sql`select id from account where id = ${joiner.accountId} for update`;
      const claim = { ...joiner, merchantId, now, address };
      const join = async () => {
        const origin = { via: "customer", accountId: joiner.accountId };
        const { id } = await enrol({ tx, actor, now }, { ...input, email: joiner.email }, origin);
        await linkMembership(tx, { ...claim, memberId: id });
        return id;
      };
      return {
        memberId:
          (await claimMembership(tx, claim)) ?? (await joinOrClaim(join, () => claimMembership(tx, claim))),
      };
    }),
  );
}

/** The till may enrol the same address between our look and our write: then there is a membership to claim after all. */
async function joinOrClaim(
  join: () => Promise<string>,
  claim: () => Promise<string | null>,
): Promise<string> {
  try {
    return await join();
  } catch (error) {
    const claimed = error instanceof Problem && error.code === "member_exists" ? await claim() : null;
    if (claimed === null) throw error;
    return claimed;
  }
}
