const dayMs = 86_400_000;
/** So many purchases before a rhythm is one. */
const enough = 4;
/** Away for so many times the usual, and something is different. */
const patience = 2;

interface Visits {
  purchaseCount: number;
  firstPurchaseAt: Date | null;
  lastPurchaseAt: Date | null;
}

export interface Rhythm {
  /** Days between visits, about. */
  usually: number;
  missed: boolean;
}

/** How often somebody comes, and whether they stay away for longer than that explains; null while too little is known. */
export function usualRhythm(
  { purchaseCount, firstPurchaseAt, lastPurchaseAt }: Visits,
  now: Date,
): Rhythm | null {
  if (purchaseCount < enough || !firstPurchaseAt || !lastPurchaseAt) return null;
  const between = (lastPurchaseAt.getTime() - firstPurchaseAt.getTime()) / (purchaseCount - 1);
  if (between <= 0) return null;
  const missed = now.getTime() - lastPurchaseAt.getTime() > patience * between;
  return { usually: Math.max(1, Math.round(between / dayMs)), missed };
}
