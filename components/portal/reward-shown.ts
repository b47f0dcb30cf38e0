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
  /** From what spend on, for what only, how often: in words. */
  conditions: string | null;
  points: number;
  usualPoints: number | null;
  left: number | null;
  donated: number | null;
  lastDay: string | null;
  prepared: boolean;
  available: boolean;
  missing: Missing[];
  toGo: { points: number; visits: number | null } | null;
  /** Of an experience, the one that begins next; null when none is planned. */
  evening: { startsAt: string; free: number; waiting: number; waitingList: boolean } | null;
}
