import { z } from "zod";
import { audit } from "@/lib/access/audit";
import { defineCommand } from "@/lib/access/define-command";
import { id } from "@/lib/kernel/fields";
import { Problem } from "@/lib/kernel/problems";
import { isSecretMail } from "../domain/mail-kinds";
import { queueDelivery } from "../queue-mail";

/** Has a mail that was given up tried again. One with a link that signs somebody in is gone: a new one is asked for. */
export const retryMail = defineCommand({
  name: "outbox.retry",
  permission: "outbox.read",
  input: z.strictObject({ id: id() }),
  async run({ actor, input, now, tx }) {
    const { merchantId } = actor;
    const [mail] = await tx.sql<{ kind: string; status: string; recipient: string }[]>`
      select kind, status, recipient from outbox where merchant_id = ${merchantId} and id = ${input.id} for update`;
    if (!mail) throw new Problem("not_found");
    // A second press finds it on its way already.
    if (mail.status === "queued" || mail.status === "sent") return {};
    if (isSecretMail(mail.kind) || !(await queueDelivery(tx, { merchantId, id: input.id })))
      throw new Problem("conflict");
    await tx.sql`
      update outbox set status = 'queued', attempts = 0, last_error = null
      where merchant_id = ${merchantId} and id = ${input.id}`;
    audit(tx, actor, now, {
      action: "outbox.retry",
      subject: `mail:${input.id}`,
      after: { to: mail.recipient },
    });
    return {};
  },
});
