import { type ProblemBody, problemBody } from "@/lib/access/problem-body";
import { Problem, type ProblemCode } from "@/lib/kernel/problems";

const details: Partial<Record<ProblemCode, ConstructorParameters<typeof Problem>[1]>> = {
  invalid: { fields: [{ path: "lines.0.amount", code: "too_small.number", params: { minimum: 0 } }] },
  method_not_allowed: { params: { allow: "GET, HEAD, OPTIONS" } },
  too_large: { params: { kilobytes: 256 } },
  rate_limited: { params: { seconds: 12 } },
  duplicate_external_id: { fields: [{ path: "externalId", code: "used" }] },
  member_not_found: { fields: [{ path: "member", code: "member_not_found" }] },
  member_exists: { fields: [{ path: "email", code: "taken" }] },
  insufficient_points: {
    params: { balance: 120, points: 500 },
    fields: [{ path: "points", code: "insufficient_points", params: { balance: 120, points: 500 } }],
  },
  reward_not_found: { fields: [{ path: "reward", code: "reward.not_found" }] },
  voucher_of_event: { params: { event: "An evening of coffee tasting" } },
  reward_tier: { params: { tiers: "Gold" } },
  reward_early: { params: { day: "2026-12-01" } },
  reward_over: { params: { day: "2026-10-31" } },
  reward_limit: { params: { count: 2, per: "month" } },
  reward_changed: {
    fields: [{ path: "reward", code: "reward.price", params: { before: 500, after: 600 } }],
  },
  out_of_stock: { params: { left: 0 } },
  gift_to_self: { fields: [{ path: "to", code: "gift_to_self" }] },
  over_refund: { fields: [{ path: "lines.0.quantity", code: "refund.over_quantity", params: { most: 1 } }] },
  in_future: { fields: [{ path: "occurredAt", code: "in_future" }] },
  internal: { params: { incident: "6f1c7a52-8f4b-4c0e-9c0d-3a5b7e9f1d24" } },
};

/** What a refusal with this code looks like. */
export const problemExample = (code: ProblemCode): ProblemBody =>
  problemBody(new Problem(code, details[code]));
