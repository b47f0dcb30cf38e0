import { audit } from "@/lib/access/audit";
import { defineCommand } from "@/lib/access/define-command";
import { Problem } from "@/lib/kernel/problems";
import { keyRefSchema } from "../schemas";

/** Ends an API key for good. Ending it twice is no error. */
export const revokeApiKey = defineCommand({
  name: "api-key.revoke",
  permission: "keys.manage",
  input: keyRefSchema,
  async run({ actor, input, now, tx }) {
    const [key] = await tx.sql<{ name: string; revokedAt: string | null }[]>`
      select name, revoked_at as "revokedAt" from api_key
      where merchant_id = ${actor.merchantId} and id = ${input.id} for update`;
    if (!key) throw new Problem("not_found");
    if (key.revokedAt) return {};
    await tx.sql`
      update api_key set revoked_at = ${now.toISOString()} where merchant_id = ${actor.merchantId} and id = ${input.id}`;
    audit(tx, actor, now, {
      action: "api-key.revoke",
      subject: `api-key:${input.id}`,
      before: { name: key.name },
    });
    return {};
  },
});
