import { z } from "zod";
import type { Role } from "@/lib/access/actor";
import { defineQuery } from "@/lib/access/define-query";

export interface TeamMember {
  accountId: string;
  email: string;
  name: string | null;
  role: Role;
  /** False while an invitation waits for its password. */
  signsIn: boolean;
}

/** Who works here, owners first. */
export const listTeam = defineQuery({
  name: "team.list",
  permission: "team.manage",
  input: z.strictObject({}),
  run: async ({ actor, database }): Promise<TeamMember[]> => [
    ...(await database.sql<TeamMember[]>`
      select s.account_id as "accountId", a.email, a.name, s.role, a.password_hash is not null as "signsIn"
      from staff s join account a on a.id = s.account_id
      where s.merchant_id = ${actor.merchantId} and s.active
      order by array_position(array['owner', 'manager', 'cashier'], s.role), coalesce(a.name, a.email), a.id`),
  ],
});
