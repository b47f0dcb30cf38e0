import { fieldProblem, type Problem } from "@/lib/kernel/problems";

/**
 * What one day sold can pass the integers of the database: nine million purchases of the highest amount are enough. The
 * database notices for itself, and undoes what was being written; here it is said in words.
 */
export function fullDay(error: unknown): Problem | undefined {
  const { code, where } = error as { code?: unknown; where?: unknown };
  return code === "22003" && String(where).includes("day_total")
    ? fieldProblem("occurredAt", "purchase.full_day")
    : undefined;
}
