import { Problem, type ProblemCode } from "@/lib/kernel/problems";

/** The answer of a query, or null when it refuses for a reason that the page has words for. */
export async function orNull<Data>(
  answer: Promise<Data>,
  code: ProblemCode = "program_not_published",
): Promise<Data | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Problem && error.code === code) return null;
    throw error;
  }
}
