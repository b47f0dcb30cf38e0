import { z } from "zod";
import { mostMoney } from "./money";

/** Building blocks of the program document, so that every room's part of it refuses the same things in the same way. */

export const periods = ["day", "week", "month", "year", "ever"] as const;

/** Letters and digits of any script, inside also space and `_ - . & /`. No colon: keys are joined with one. */
export const key = () =>
  z
    .string()
    .max(64)
    .regex(/^[\p{L}\p{N}]+([ _\-.&/]+[\p{L}\p{N}]+)*$/u, { error: "program.key" });

/** What people call something. */
export const name = () =>
  z
    .string()
    .trim()
    .min(1)
    .max(80)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, { error: "text.printable" });

export const points = () => z.int().min(1).max(1_000_000_000);

/** A cap on points, by period. */
export const capSchema = z.strictObject({
  per: z.enum(periods).describe("The period, as the shop's clock has it."),
  points: points().describe("The most that a member may earn in it."),
});

/** Minor units, at least one. */
export const minor = () => z.int().min(1).max(mostMoney, { error: "too_big.money" });
