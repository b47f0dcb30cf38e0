import { z } from "zod";
import type { Database, Tx } from "@/db/client";
import { text } from "@/lib/kernel/fields";
import { defaultLocale, locales } from "@/lib/kernel/i18n/locale";
import { Problem } from "@/lib/kernel/problems";
import { consentWording, recordConsent } from "@/lib/members/consents";
import { enrol } from "@/lib/members/enrol";
import type { MemberActor, SystemActor } from "../actor";
import { withRetries } from "../define-command";
import { parseInput } from "../parse-input";
import type { RequestContext } from "../request-context";
import { shopBySlug } from "../shop";
import type { Joining } from "../sign-in-token";
import { claimMembership, linkMembership } from "./claim-membership";

export const joinSchema = z.strictObject({
  name: text(200).optional(),
  locale: z.enum(locales).default(defaultLocale),
  marketing: z.boolean().default(false),
});

export interface Joiner {
  accountId: string;
  email: string;
}

/** Makes a signed-in person a member of a program, or gives them the membership that waits for their address. */
export async function joinProgram(
  database: Database,
  { slug, joiner, raw }: { slug: string; joiner: Joiner; raw: unknown },
  { now, address }: RequestContext,
): Promise<{ memberId: string }> {
  const { marketing, ...input } = parseInput(joinSchema, raw);
  const shop = await shopBySlug(database, slug);
  if (!shop) throw new Problem("not_found");
  const joining = {
    ...input,
    marketing: marketing ? consentWording("marketing", shop.name, input.locale) : undefined,
  };
  return withRetries(() =>
    database.transaction(async (tx) => ({
      memberId: await join(tx, { joiner, joining, merchantId: shop.id }, { now, address }),
    })),
  );
}

/** The same in a transaction that is open already. A consent that was given counts for somebody who was a member, too. */
export async function join(
  tx: Tx,
  { joiner, joining, merchantId }: { joiner: Joiner; joining: Joining; merchantId: number },
  { now, address }: RequestContext,
): Promise<string> {
  const { marketing, ...input } = joining;
  // Two presses of the same button: the second waits here, then finds the membership of the first.
  await tx.sql`select id from account where id = ${joiner.accountId} for update`;
  const claim = { ...joiner, merchantId, now, address };
  const actor: SystemActor = { kind: "system", merchantId, name: "sign-in", transport: "web", address };
  const enrolAnew = async () => {
    const origin = { via: "customer", accountId: joiner.accountId };
    const { id } = await enrol({ tx, actor, now }, { ...input, email: joiner.email }, origin);
    await linkMembership(tx, { ...claim, memberId: id });
    return id;
  };
  const memberId =
    (await claimMembership(tx, claim)) ?? (await joinOrClaim(enrolAnew, () => claimMembership(tx, claim)));
  if (marketing) {
    const self: MemberActor = { kind: "member", merchantId, memberId, transport: "web", address };
    const answer = { memberId, kind: "marketing", given: true, wording: marketing, via: "joining" } as const;
    await recordConsent({ tx, actor: self, now }, answer);
  }
  return memberId;
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
