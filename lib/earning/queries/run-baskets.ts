import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { locales } from "@/lib/kernel/i18n/locale";
import { Problem } from "@/lib/kernel/problems";
import { memberNames } from "@/lib/members/member-names";
import { type DifferingRow, differingRows } from "../domain/explanation-difference";
import type { KeptPurchase } from "../domain/kept-purchase";
import { type PreviewInput, previewSchema } from "../schemas";
import { type Simulated, simulatePurchase } from "./simulate-purchase";

export interface RunBasket {
  id: string;
  name: string;
  /** Null when it can no longer be read. */
  basket: KeptPurchase | null;
  /** Null without a draft, or when nothing is published. */
  draft: Simulated | null;
  published: Simulated | null;
  /** Why the draft gives something else than what is published. */
  differs: DifferingRow[];
  /** The member it is about is gone. */
  gone: boolean;
}

/** Every kept basket under the draft and under what is published, side by side, with the reasons. Nothing is written. */
export const runBaskets = defineQuery({
  name: "basket.run",
  permission: "program.edit",
  input: z.strictObject({ locale: z.enum(locales) }),
  async run({ actor, input, now, database }): Promise<RunBasket[]> {
    const kept = await database.sql<{ id: string; name: string; basket: unknown }[]>`
      select id, name, basket from kept_basket where merchant_id = ${actor.merchantId} order by name`;
    const read = kept.map((one) => ({ ...one, read: previewSchema.safeParse(one.basket).data }));
    const names = await memberNames(
      database,
      actor.merchantId,
      read.flatMap((one) => (one.read && memberIdOf(one.read)) ?? []),
    );
    const ran: RunBasket[] = [];
    for (const one of read) {
      const results = one.read ? await resultsOf({ actor, now, database }, { ...input, ...one }) : null;
      ran.push({
        id: one.id,
        name: one.name,
        basket: one.read ? keptPurchase(one.read, names) : null,
        draft: results?.draft ?? null,
        published: results?.published ?? null,
        differs:
          results?.draft && results.published
            ? differingRows(results.published.explanation.rows, results.draft.explanation.rows)
            : [],
        gone: results === null,
      });
    }
    return ran;
  },
});

const memberIdOf = ({ member }: PreviewInput): string | null => ("id" in member && member.id) || null;

function keptPurchase(read: PreviewInput, names: ReadonlyMap<string, string>): KeptPurchase {
  const { member } = read;
  const id = memberIdOf(read);
  return {
    lines: read.lines.map(({ productType, amount }) => ({ productType, amount })),
    person:
      "tier" in member
        ? { kind: "anybody", ...member }
        : { kind: "member", id, name: (id && names.get(id)) ?? null },
    occurredAt: read.occurredAt.toISOString(),
    channel: read.channel,
  };
}

async function resultsOf(
  execution: Parameters<typeof simulatePurchase.execute>[0],
  { locale, basket }: { locale: (typeof locales)[number]; basket: unknown },
) {
  try {
    const asked = { ...(basket as object), on: ["draft", "published"], locale };
    const { results } = await simulatePurchase.execute(execution, asked);
    const of = (on: string) => results.find((one) => one?.on === on) ?? null;
    return { draft: of("draft"), published: of("published") };
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}
