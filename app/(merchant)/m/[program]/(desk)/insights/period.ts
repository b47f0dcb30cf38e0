import { periods } from "@/lib/insights/queries/points-by-day";

export type Period = (typeof periods)[number];

/** The period that an address asks for; a month when it asks for none that there is. */
export const periodOf = (text: string | undefined): Period =>
  periods.find((days) => String(days) === text) ?? 30;
