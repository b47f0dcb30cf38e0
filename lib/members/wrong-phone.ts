import { z } from "zod";
import type { Database } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { phoneText } from "@/lib/kernel/fields";
import { normalisePhone } from "@/lib/kernel/phone";
import { phoneFault } from "@/lib/kernel/phone-fault";
import type { FieldProblem } from "@/lib/kernel/problems";

/** A phone number that is none in the shop's country, of input that is refused for something else already. */
export async function wrongPhone({
  actor,
  raw,
  database,
}: {
  actor: Actor;
  raw: unknown;
  database: Database;
}): Promise<FieldProblem[]> {
  const given = z.object({ phone: phoneText() }).safeParse(raw);
  if (!given.success) return [];
  const { phone } = given.data;
  const [merchant] = await database.sql<
    { country: string }[]
  >`select country from merchant where id = ${actor.merchantId}`;
  const country = merchant?.country ?? "";
  if (normalisePhone(phone, country)) return [];
  return [{ path: "phone", code: "phone", params: phoneFault(phone, country) }];
}
