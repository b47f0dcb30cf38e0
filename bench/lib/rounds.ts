/** Runs `work` from `concurrency` loops for `ms` milliseconds and returns completions per second. */
export async function throughput(
  work: (index: number) => Promise<unknown>,
  { ms, concurrency }: { ms: number; concurrency: number },
): Promise<number> {
  const start = performance.now();
  const end = start + ms;
  let done = 0;
  let next = 0;
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      while (performance.now() < end) {
        await work(next++);
        done++;
      }
    }),
  );
  return (done * 1000) / (performance.now() - start);
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = 0, high = 0] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
};

/**
 * Alternates the two sides, so that a machine that slows down slows both, and compares medians. The first round of each
 * warms caches and prepared statements and is not counted.
 */
export async function interleave(
  rounds: number,
  ours: () => Promise<number>,
  limit: () => Promise<number>,
): Promise<{ ours: number; limit: number; ratio: number; rounds: { ours: number; limit: number }[] }> {
  const measured: { ours: number; limit: number }[] = [];
  for (let round = 0; round <= rounds; round++) {
    const oursFirst = round % 2 === 0;
    const first = oursFirst ? await ours() : await limit();
    const second = oursFirst ? await limit() : await ours();
    if (round > 0) measured.push(oursFirst ? { ours: first, limit: second } : { ours: second, limit: first });
  }
  const middle = {
    ours: median(measured.map((one) => one.ours)),
    limit: median(measured.map((one) => one.limit)),
  };
  return { ...middle, ratio: middle.ours / middle.limit, rounds: measured };
}
