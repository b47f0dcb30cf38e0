import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { locales } from "@/lib/kernel/i18n/locale";
import { Problem } from "@/lib/kernel/problems";
import { previewSchema } from "../schemas";
import { simulatePurchase } from "./simulate-purchase";

export interface RunBasket {
  id: string;
  name: string;
  /** As it was kept: what the simulator takes. */
  basket: unknown;
  /** Null without a draft, or when nothing is published. */
  draft: number | null;
  published: number | null;
  /** The member it is about is gone. */
  gone: boolean;
}

/** Every kept basket under the draft and under what is published, side by side. Nothing is written. */
export const runBaskets = defineQuery({
  name: "basket.run",
  permission: "program.edit",
  input: z.strictObject({ locale: z.enum(locales) }),
  async run({ actor, input, now, database }): Promise<RunBasket[]> {
    const kept = await database.sql<{ id: string; name: string; basket: unknown }[]>`
      select id, name, basket from kept_basket where merchant_id = ${actor.merchantId} order by name`;
    const ran: RunBasket[] = [];
    for (const { id, name, basket } of kept) {
      const read = previewSchema.safeParse(basket);
      const points = read.success ? await pointsOf({ actor, now, database }, { ...input, basket }) : null;
      ran.push({
        id,
        name,
        basket,
        draft: points?.draft ?? null,
        published: points?.published ?? null,
        gone: points === null,
      });
    }
    return ran;
  },
});

async function pointsOf(
  execution: Parameters<typeof simulatePurchase.execute>[0],
  { locale, basket }: { locale: (typeof locales)[number]; basket: unknown },
) {
  try {
    const asked = { ...(basket as object), on: ["draft", "published"], locale };
    const { results } = await simulatePurchase.execute(execution, asked);
    const of = (on: string) => results.find((one) => one?.on === on)?.points ?? null;
    return { draft: of("draft"), published: of("published") };
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}
