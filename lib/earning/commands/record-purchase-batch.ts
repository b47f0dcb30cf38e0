import { defineCommand } from "@/lib/access/define-command";
import { parseInput } from "@/lib/access/parse-input";
import { describeProblem } from "@/lib/kernel/describe-problem";
import { Problem } from "@/lib/kernel/problems";
import type { PurchaseResult } from "../purchase-result";
import type { RecordOutcome } from "../record-one";
import { recordPurchases } from "../record-purchases";
import { type PurchaseInput, purchaseBatchSchema, purchaseSchema } from "../schemas";

type BatchAnswer =
  | ({ status: 201 } & PurchaseResult)
  | {
      status: number;
      code: string;
      detail: string;
      errors?: { path: string; code: string; message: string }[];
    };

/** Up to a thousand purchases, each recorded or refused on its own. */
export const recordPurchaseBatch = defineCommand({
  name: "purchase.record-batch",
  permission: "purchases.record",
  input: purchaseBatchSchema,
  async run({ actor, input, now, tx }) {
    const read = input.purchases.map(readPurchase);
    const valid = read.filter((one): one is PurchaseInput => !(one instanceof Problem));
    const outcomes = valid.length > 0 ? await recordPurchases({ tx, actor, now }, valid) : [];
    let next = 0;
    const results: BatchAnswer[] = [];
    for (const one of read) {
      const outcome: RecordOutcome | undefined =
        one instanceof Problem ? { ok: false, problem: one } : outcomes[next++];
      if (!outcome) throw new Error("a purchase of the batch was not answered");
      results.push(outcome.ok ? { status: 201, ...(await outcome.answer()) } : refusal(outcome.problem));
    }
    return { results };
  },
});

function readPurchase(raw: unknown): PurchaseInput | Problem {
  try {
    return parseInput(purchaseSchema, raw);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

function refusal(problem: Problem): BatchAnswer {
  const words = describeProblem(problem, "en");
  const errors = words.fields.length > 0 ? words.fields : undefined;
  return { status: problem.status, code: problem.code, detail: words.detail ?? words.title, errors };
}
