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
  // The till may enrol the same address at this moment: then there is one to claim at the second try.
  return withRetries(() =>
    database.transaction(async (tx) => {
      // Two presses of the same button: the second waits here, then finds the membership of the first.
      await tx.sql`select id from account where id = ${joiner.accountId} for update`;
      const claim = { ...joiner, merchantId, now, address };
      const claimed = await claimMembership(tx, claim);
      if (claimed) return { memberId: claimed };
      const enrolment = { ...input, email: joiner.email };
      const origin = { via: "customer", accountId: joiner.accountId };
      const { id } = await enrol({ tx, actor, now }, enrolment, origin);
      await linkMembership(tx, { ...claim, memberId: id });
      return { memberId: id };
    }),
  );
}
