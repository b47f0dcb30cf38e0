import { actorName } from "@/lib/access/actor";
import { newApiKeySecret } from "@/lib/access/api-key";
import { audit } from "@/lib/access/audit";
import { defineCommand } from "@/lib/access/define-command";
import { uuidv7 } from "@/lib/kernel/ids";
import { newKeySchema } from "../schemas";

/** Makes an API key. Its secret is in this answer and nowhere else. */
export const createApiKey = defineCommand({
  name: "api-key.create",
  permission: "keys.manage",
  input: newKeySchema,
  async run({ actor, input, now, tx }) {
    const { merchantId } = actor;
    const id = uuidv7();
    const { secret, hash, hint } = newApiKeySecret(merchantId);
    const scopes = [...new Set(input.scopes)];
    await tx.sql`
      insert into api_key (merchant_id, id, name, hash, hint, scopes, created_by, created_at)
      values (${merchantId}, ${id}, ${input.name}, ${hash}, ${hint}, ${scopes}, ${actorName(actor)}, ${now.toISOString()})`;
    audit(tx, actor, now, {
      action: "api-key.create",
      subject: `api-key:${id}`,
      after: { name: input.name, scopes, hint },
    });
    return { id, secret, hint };
  },
});
