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
const asked = new Map<string, Promise<void>>();
const keptAtMost = 10_000;

interface Bucket {
  merchantId: number;
  bucket: string;
  limit: number;
}

/**
 * A fixed window of one minute, shared by every web process without a write per request: a process leases a tenth of
 * the limit at a time from the shared counter and spends the lease by itself. The limit is never exceeded; what a
 * process leased and did not use is lost until the next minute.
 */
export async function takeRequest(
  database: Database,
  { now, ...bucket }: Bucket & { now: Date },
): Promise<RateState> {
  const { limit } = bucket;
  const windowStart = Math.floor(now.getTime() / windowMs) * windowMs;
  const name = `${bucket.merchantId}:${bucket.bucket}`;
  for (;;) {
    const lease = leases.get(name);
    if (lease && isCurrent(lease, windowStart) && (lease.left > 0 || lease.shared === 0)) {
      const reset = Math.max(1, Math.ceil((lease.windowStart + windowMs - now.getTime()) / 1000));
      if (lease.left === 0) return { allowed: false, limit, remaining: 0, reset };
      lease.left -= 1;
      return { allowed: true, limit, remaining: lease.left + lease.shared, reset };
    }
    await leaseOnce(database, name, bucket, windowStart);
  }
}

/** The next window is as good as ours: the minute ended while we waited, or another process's clock is a little ahead. */
const isCurrent = (lease: Lease, windowStart: number): boolean =>
  lease.windowStart === windowStart || lease.windowStart === windowStart + windowMs;

/** Requests that arrive together share one lease: each taking its own would use the limit up unspent. */
function leaseOnce(database: Database, name: string, bucket: Bucket, windowStart: number): Promise<void> {
  const underWay = asked.get(name);
  if (underWay) return underWay;
  const asking = leaseMore(database, bucket, windowStart)
    .then((lease) => {
      if (leases.size >= keptAtMost) leases.clear();
      leases.set(name, lease);
    })
    .finally(() => asked.delete(name));
  asked.set(name, asking);
  return asking;
}

async function leaseMore(
  database: Database,
  { merchantId, bucket, limit }: Bucket,
  windowStart: number,
): Promise<Lease> {
  const size = Math.min(limit, Math.max(1, Math.ceil(limit / 10)));
  const start = new Date(windowStart).toISOString();
  const next = new Date(windowStart + windowMs).toISOString();
  const [row] = await database.sql<{ used: number; windowStart: string }[]>`
    insert into rate_lease as r (merchant_id, bucket, window_start, used)
    values (${merchantId}, ${bucket}, ${start}, ${size})
    on conflict (merchant_id, bucket) do update set
      used = case when r.window_start in (excluded.window_start, ${next}) then least(r.used, ${limit}) + ${size} else ${size} end,
      window_start = case when r.window_start = ${next} then r.window_start else excluded.window_start end
    returning used, window_start as "windowStart"`;
  if (!row) throw new Error("an upsert returned no row");
  const left = Math.max(0, Math.min(row.used, limit) - (row.used - size));
  return { windowStart: new Date(row.windowStart).getTime(), left, shared: Math.max(0, limit - row.used) };
}
