import type { Tx } from "@/db/client";
import type { Facts, RequestFacts } from "@/lib/points/facts";
import type { Program } from "@/lib/program/schemas";
import { tierAt, tierContext } from "@/lib/tiers/count-towards-tier";
import type { Standing } from "./domain/offer";

interface Asked {
  now: Date;
  program: Program;
  version: number;
}

/** Where a member stands among the program's tiers at this moment: a tier that has lapsed is gone although no job has run. */
export async function rewardStanding(
  source: Pick<Tx, "sql">,
  merchantId: number,
  { merchant, request }: Pick<Facts, "merchant"> & { request: RequestFacts },
  { now, program, version }: Asked,
): Promise<Standing> {
  const tiers = await tierContext(source, merchantId, { merchant }, version);
  const tier = tierAt(tiers, request.member?.standing ?? null, now, request.tier);
  return { tier, tierOrder: program.tiers.map(({ key }) => key) };
}
