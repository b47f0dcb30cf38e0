import type { Tx } from "@/db/client";
import { Problem } from "@/lib/kernel/problems";
import { requestHash } from "@/lib/kernel/request-hash";
import type { Actor } from "./actor";

interface Once<Result> {
  tx: Tx;
  actor: Actor;
  now: Date;
  key: string;
  name: string;
  raw: unknown;
  run(): Promise<Result>;
}

/**
 * Runs a command at most once for an Idempotency-Key. A repeat waits for the first (the unique index holds it) and gets
 * the first one's answer; the same key with another body is refused. A refusal rolls the key back with everything else,
 * so a corrected request may use it again.
 */
export async function answerOnce<Result>({
  tx,
  actor,
  now,
  key,
  name,
  raw,
  run,
}: Once<Result>): Promise<Result> {
  if (key.length > 200) {
    throw new Problem("invalid", {
      fields: [{ path: "Idempotency-Key", code: "too_big.string", params: { maximum: 200 } }],
    });
  }
  const scoped = `${name}:${key}`;
  const hash = requestHash(raw);
  const claimed = await tx.sql`
    insert into idempotency_key (merchant_id, key, request_hash, created_at)
    values (${actor.merchantId}, ${scoped}, ${hash}, ${now.toISOString()}) on conflict do nothing returning key`;
  if (claimed.length === 0) {
    const [kept] = await tx.sql<{ requestHash: string; response: string }[]>`
      select request_hash as "requestHash", response #>> '{}' as response from idempotency_key
      where merchant_id = ${actor.merchantId} and key = ${scoped}`;
    if (!kept || kept.requestHash !== hash) throw new Problem("idempotency_mismatch");
    return JSON.parse(kept.response) as Result;
  }
  const result = await run();
  // As text: an object of its own type in the database would forget the order of its keys.
  tx.last(tx.sql`
    update idempotency_key set response = to_jsonb(${JSON.stringify(result)}::text)
    where merchant_id = ${actor.merchantId} and key = ${scoped}`);
  return result;
}
