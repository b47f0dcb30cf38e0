import type { Tx } from "@/db/client";
import { normaliseCard } from "@/lib/kernel/card-number";
import { normalisePhone } from "@/lib/kernel/phone";
import { phoneFault } from "@/lib/kernel/phone-fault";
import { fieldProblem } from "@/lib/kernel/problems";
import type { MemberRef } from "./schemas";

/** What a member is looked up by, spelled as it is stored. */
export interface MemberKey {
  by: "id" | "externalId" | "card" | "email" | "phone";
  value: string;
}

export function memberKey(ref: MemberRef, country: string, path = "member"): MemberKey {
  if ("id" in ref) return { by: "id", value: ref.id };
  if ("externalId" in ref) return { by: "externalId", value: ref.externalId };
  if ("card" in ref) return { by: "card", value: normaliseCard(ref.card) };
  if ("email" in ref) return { by: "email", value: ref.email };
  return { by: "phone", value: readPhone(ref.phone, country, `${path}.phone`) };
}

/** E.164 of a number as typed in the shop's country. */
export function readPhone(typed: string, country: string, path = "phone"): string {
  const phone = normalisePhone(typed, country);
  if (!phone) throw fieldProblem(path, "phone", phoneFault(typed, country));
  return phone;
}

/** Only a phone number needs the shop's country, so only then is it asked for. */
export async function countryFor(
  tx: Pick<Tx, "sql">,
  merchantId: number,
  refs: readonly MemberRef[],
): Promise<string> {
  if (!refs.some((ref) => "phone" in ref)) return "";
  const [merchant] = await tx.sql<
    { country: string }[]
  >`select country from merchant where id = ${merchantId}`;
  return merchant?.country ?? "";
}
