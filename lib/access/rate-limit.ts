import type { Database } from "@/db/client";

const windowMs = 60_000;

export interface RateState {
  allowed: boolean;
  limit: number;
  remaining: number;
  /** Seconds until the window ends. */
  reset: number;
}

interface Lease {
  windowStart: number;
  left: number;
  /** What the shared counter had left when we last asked, besides our own lease. */
  shared: number;
}

const leases = new Map<string, Lease>();

/**
 * A fixed window of one minute, shared by every web process without a write per request: a process leases a tenth of
 * the limit at a time from the shared counter and spends the lease by itself. The limit is never exceeded; what a
 * process leased and did not use is lost until the next minute.
 */
export async function takeRequest(
  database: Database,
  { merchantId, bucket, limit, now }: { merchantId: number; bucket: string; limit: number; now: Date },
): Promise<RateState> {
  const windowStart = Math.floor(now.getTime() / windowMs) * windowMs;
  const reset = Math.ceil((windowStart + windowMs - now.getTime()) / 1000);
  const name = `${merchantId}:${bucket}`;
  let lease = leases.get(name);
  if (!lease || lease.windowStart !== windowStart || (lease.left === 0 && lease.shared > 0)) {
    lease = await leaseMore(database, { merchantId, bucket, limit, windowStart });
    if (leases.size > 10_000) leases.clear();
    leases.set(name, lease);
  }
  if (lease.left === 0) return { allowed: false, limit, remaining: 0, reset };
  lease.left -= 1;
  return { allowed: true, limit, remaining: lease.left + lease.shared, reset };
}

async function leaseMore(
  database: Database,
  {
    merchantId,
    bucket,
    limit,
    windowStart,
  }: { merchantId: number; bucket: string; limit: number; windowStart: number },
): Promise<Lease> {
  const size = Math.max(1, Math.ceil(limit / 10));
  const start = new Date(windowStart).toISOString();
  const [row] = await database.sql<{ used: number; before: number }[]>`
    insert into rate_lease as r (merchant_id, bucket, window_start, used)
    values (${merchantId}, ${bucket}, ${start}, ${Math.min(size, limit)})
    on conflict (merchant_id, bucket) do update set
      used = case when r.window_start = excluded.window_start then r.used + ${size} else ${Math.min(size, limit)} end,
      window_start = excluded.window_start
    returning used, used - ${size} as before`;
  const used = row?.used ?? limit;
  const left = Math.max(0, Math.min(used, limit) - Math.max(0, row?.before ?? limit));
  return { windowStart, left, shared: Math.max(0, limit - used) };
}
