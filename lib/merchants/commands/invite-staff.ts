import type { Tx } from "@/db/client";
import { audit } from "@/lib/access/audit";
import { defineCommand } from "@/lib/access/define-command";
import { shopById } from "@/lib/access/shop";
import { uuidv7 } from "@/lib/kernel/ids";
import { fieldProblem } from "@/lib/kernel/problems";
import { mailInvitation } from "../mail-invitation";
import { inviteSchema } from "../schemas";

/** Adds a person to the team. Whoever has a password is told; everybody else gets a link to set one. */
export const inviteStaff = defineCommand({
  name: "team.invite",
  permission: "team.manage",
  input: inviteSchema,
  async run({ actor, input, now, tx }) {
    const { merchantId } = actor;
    const { email, name, role } = input;
    const account = await accountFor(tx, email, name, now);
    const added = await tx.sql`
      insert into staff as s (merchant_id, account_id, role, created_at)
      values (${merchantId}, ${account.id}, ${role}, ${now.toISOString()})
      on conflict (merchant_id, account_id) do update set role = excluded.role, active = true where not s.active
      returning s.account_id`;
    if (added.length === 0) throw fieldProblem("email", "staff_exists");
    const shop = await shopById(tx, merchantId);
    await mailInvitation(tx, { shop, email, locale: account.locale, hasPassword: account.hasPassword, now });
    audit(tx, actor, now, {
      action: "team.invite",
      subject: `staff:${account.id}`,
      after: { email, name, role },
    });
    return { accountId: account.id };
  },
});

interface InvitedAccount {
  id: string;
  locale: string | null;
  hasPassword: boolean;
}

async function accountFor(
  tx: Tx,
  email: string,
  name: string | undefined,
  now: Date,
): Promise<InvitedAccount> {
  const [account] = await tx.sql<InvitedAccount[]>`
    insert into account (id, email, name, created_at) values (${uuidv7()}, ${email}, ${name ?? null}, ${now.toISOString()})
    on conflict (email) do update set name = coalesce(account.name, excluded.name)
    returning id, locale, password_hash is not null as "hasPassword"`;
  if (!account) throw new Error("an upsert returned no row");
  return account;
}
