/**
 * Every refusal that a person or a program can meet, with the HTTP status it answers. The words for people are in
 * messages/<locale>.json under `problems.<code>`; a refusal that names fields says for each what is wrong.
 */
export const problemStatus = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  too_large: 413,
  unsupported_media_type: 415,
  malformed: 400,
  idempotency_mismatch: 422,
  duplicate_external_id: 422,
  rate_limited: 429,
  too_many_attempts: 429,
  wrong_credentials: 401,
  link_expired: 410,
  member_not_found: 422,
  member_exists: 409,
  insufficient_points: 409,
  gifts_disabled: 409,
  gift_to_self: 422,
  gift_decided: 409,
  gift_expired: 409,
  merge_with_self: 422,
  already_merged: 409,
  merge_undone: 409,
  merge_covered: 409,
  gift_waits: 409,
  program_not_published: 409,
  draft_changed: 409,
  nothing_to_publish: 409,
  products_changed: 409,
  reward_not_found: 422,
  reward_granted: 409,
  reward_not_granted: 409,
  reward_gated: 409,
  reward_tier: 409,
  reward_early: 409,
  reward_over: 409,
  reward_evening: 409,
  reward_limit: 409,
  reward_changed: 409,
  out_of_stock: 409,
  not_waiting: 409,
  voucher_used: 409,
  voucher_expired: 409,
  voucher_cancelled: 409,
  voucher_of_event: 409,
  expiry_change_running: 409,
  over_refund: 422,
  undo_over: 403,
  in_future: 422,
  already_decided: 409,
  tier_not_locked: 409,
  needs_second_person: 403,
  activity_done: 409,
  event_full: 409,
  event_over: 409,
  event_begun: 409,
  event_cancelled: 409,
  event_no_place: 409,
  already_checked_in: 409,
  last_owner: 409,
  import_running: 409,
  import_not_undoable: 409,
  unavailable: 503,
  internal: 500,
} as const;

export type ProblemCode = keyof typeof problemStatus;

export interface FieldProblem {
  /** Dotted path into the input: `lines.0.amount`. */
  path: string;
  /** Key under `problems.fields` in the messages. */
  code: string;
  params?: Record<string, string | number>;
}

/** An expected refusal. Anything else that is thrown is logged with an id, and only the id is shown. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly fields: FieldProblem[];
  readonly params: Record<string, string | number>;

  constructor(
    code: ProblemCode,
    detail: { fields?: FieldProblem[]; params?: Record<string, string | number> } = {},
  ) {
    super(code);
    this.name = "Problem";
    this.code = code;
    this.fields = detail.fields ?? [];
    this.params = detail.params ?? {};
  }

  get status(): number {
    return problemStatus[this.code];
  }
}

/** A refusal of one field. */
export const fieldProblem = (path: string, code: string, params?: Record<string, string | number>): Problem =>
  new Problem("invalid", { fields: [{ path, code, params }] });
