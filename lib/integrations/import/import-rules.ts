import { Problem } from "@/lib/kernel/problems";
import { programContent } from "@/lib/program/program-content";
import type { ImportContext } from "./import-run";
import type { MembersMapping, PurchasesMapping } from "./schemas";
import type { FieldLabels } from "./staging";

export interface Rules {
  enrol: boolean;
  /** Whether some rule has a budget, which all members draw on. */
  budgets: boolean;
}

export async function rulesInForce(
  { database, actor }: ImportContext,
  mapping: PurchasesMapping,
): Promise<Rules> {
  const [row] = await database.sql<{ version: number | null; budgets: boolean | null }[]>`
    select max(version) as version, bool_or(cardinality(budget_rules) > 0) as budgets
    from program_version where merchant_id = ${actor.merchantId}`;
  if (!row?.version) throw new Problem("program_not_published");
  const program = await programContent(database, actor.merchantId, row.version);
  const enrol = mapping.members?.enrol ?? program.enrolment.universalDefault;
  return { enrol, budgets: row.budgets ?? false };
}

/** The columns that the fields of a purchase are read from. */
export function labelsOfMapping({ purchase, line }: PurchasesMapping): FieldLabels {
  const [member] = Object.values(purchase.member).filter(Boolean);
  return {
    externalId: purchase.externalId.column,
    member: member?.column,
    occurredAt: purchase.occurredAt.column,
    channel: purchase.channel?.column,
    amount: line.amount.flatMap(({ column = [] }) => column).join(" + ") || undefined,
  };
}

/** The column that a field of a member which the shop's other members decide about is read from. */
export const columnOfMember = ({ member }: MembersMapping, path: string): string | undefined =>
  new Map(Object.entries({ ...member, name: undefined, tags: undefined, attributes: undefined })).get(path)
    ?.column;
