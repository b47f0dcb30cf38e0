import type { Missing } from "@/lib/rewards/domain/offer";
import type { Gives } from "@/lib/rewards/schemas";

/** A reward as a customer's pages know it: plain data. */
export interface RewardShown {
  key: string;
  name: string;
  description: string | null;
  terms: string | null;
  /** Hash of its picture. */
  picture: string | null;
  gives: Gives;
  points: number;
  usualPoints: number | null;
  left: number | null;
  donated: number | null;
  validDays: number | null;
  lastDay: string | null;
  prepared: boolean;
  available: boolean;
  missing: Missing[];
  toGo: { points: number; visits: number | null } | null;
}
