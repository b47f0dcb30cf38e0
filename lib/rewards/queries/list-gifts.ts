import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { publishedProgram } from "@/lib/program/published-program";
import type { Occasion } from "../schemas";

/** What staff give by themselves: something on the spot, or to make up for what went wrong. */
const byStaff = ["treat", "apology"] as const satisfies readonly Occasion[];

/** Rewards that staff may give for nothing, each on its occasion. Limits and stock hold when one is given. */
export const listGifts = defineQuery({
  name: "rewards.gifts",
  permission: "rewards.grant",
  input: z.strictObject({}),
  async run({ actor, now, database }) {
    const program = await publishedProgram(database, actor.merchantId, now);
    return (program?.rewards ?? []).flatMap(({ key, name, price, gives }) =>
      price.kind === "granted" && gives.kind !== "experience"
        ? byStaff
            .filter((occasion) => price.on.includes(occasion))
            .map((occasion) => ({ key, name, occasion }))
        : [],
    );
  },
});
