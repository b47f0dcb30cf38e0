/**
 * Starts `work` so many times a second, whether or not what was started before is done, until `until` settles; returns how
 * long each took, in milliseconds from when it should have started.
 */
export async function steadyLoad(
  work: (index: number) => Promise<unknown>,
  { perSecond, until }: { perSecond: number; until: Promise<unknown> },
): Promise<number[]> {
  let over = false;
  void until.finally(() => {
    over = true;
  });
  const times: number[] = [];
  const running: Promise<void>[] = [];
  const begun = performance.now();
  for (let index = 0; !over; index++) {
    const due = begun + (index * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    running.push(
      work(index).then(() => {
        times.push(performance.now() - due);
      }),
    );
  }
  await Promise.all(running);
  return times;
}

export const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
};
