type Tally = Record<string, number[]>;

/** What two members did, by period and kind; with -1 what is left when one of them goes. */
export function sumTallies(a: Tally, b: Tally, sign: 1 | -1): Tally {
  const sum: Tally = { ...a };
  for (const [period, counts] of Object.entries(b)) {
    const before = sum[period] ?? [];
    const length = Math.max(before.length, counts.length);
    sum[period] = Array.from({ length }, (_, index) => (before[index] ?? 0) + sign * (counts[index] ?? 0));
  }
  return Object.fromEntries(Object.entries(sum).filter(([, counts]) => counts.some((count) => count !== 0)));
}
