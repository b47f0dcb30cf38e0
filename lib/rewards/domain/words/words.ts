import type { LimitPeriod, Occasion } from "../../schemas";

/**
 * How one language says what a reward is. Every figure and name comes in written out; figures that a plural depends on
 * come beside their number. No suffix is ever glued to a name or a figure.
 */
export interface RewardWords {
  list(names: readonly string[]): string;
  costs(name: string, points: string): string;
  given(name: string, occasions: readonly Occasion[]): string;
  /** After what it costs: another price from a tier on. `points`: null is nothing. */
  tierPrice(tier: string, points: string | null): string;
  amountOff(amount: string): string;
  percentOff(percent: string, most: string | null): string;
  /** The most that a share off comes to, where nothing says so yet. */
  most(amount: string): string;
  onlyTypes(types: string): string;
  minimum(amount: string): string;
  donation(amount: string, cause: string): string;
  limit(count: number, per: LimitPeriod): string;
  stock(figure: string): string;
  onlyTiers(tiers: string): string;
  onlyTags(tags: string): string;
  /** The same, said to a member: what the shop calls them is its own. */
  chosen(): string;
  /** Days as they are written, or null. */
  dates(from: string | null, to: string | null): string;
  earlier(tier: string, from: string): string;
  valid(days: number): string;
  /** How long the voucher of an experience works. */
  evening(): string;
  prepared(): string;
  sentence(core: string, clauses: readonly string[]): string;
}
