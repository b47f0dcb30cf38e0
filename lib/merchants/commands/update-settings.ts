import { audit } from "@/lib/access/audit";
import { defineCommand } from "@/lib/access/define-command";
import { shopById } from "@/lib/access/shop";
import { fieldProblem } from "@/lib/kernel/problems";
import { settingsSchema } from "../schemas";

/** Changes what a shop is called and looks like. Its currency is fixed by its first purchase: amounts have no other unit. */
export const updateSettings = defineCommand({
  name: "merchant.update-settings",
  permission: "settings.manage",
  input: settingsSchema,
  async run({ actor, input, now, tx }) {
    const { merchantId } = actor;
    await tx.sql`select id from merchant where id = ${merchantId} for no key update`;
    const before = await shopById(tx, merchantId);
    const after = { ...before, ...withoutUndefined(input) };
    if (after.currency !== before.currency) {
      const [sold] = await tx.sql`select id from purchase where merchant_id = ${merchantId} limit 1`;
      if (sold) throw fieldProblem("currency", "currency_fixed");
    }
    await tx.sql`
      update merchant set name = ${after.name}, colour = ${after.colour}, logo = ${after.logo}, locale = ${after.locale},
        country = ${after.country}, timezone = ${after.timezone}, currency = ${after.currency},
        undo_minutes = ${after.undoMinutes},
        point_name = ${after.pointName && JSON.stringify(after.pointName)}::text::jsonb
      where id = ${merchantId}`;
    const told = ({ logo, ...rest }: typeof before) => ({
      ...rest,
      logo: logo && `${logo.length} characters`,
    });
    audit(tx, actor, now, {
      action: "merchant.update-settings",
      subject: "merchant",
      before: told(before),
      after: told(after),
    });
    return {};
  },
});

const withoutUndefined = <T extends object>(given: T): Partial<T> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<T>;
