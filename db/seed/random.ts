/** The same sequence at every seeding: mulberry32 (Tommy Ettinger's 32-bit generator, public domain). */
export function sequence(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    between: (low: number, high: number): number => low + Math.floor(next() * (high - low + 1)),
    pick<T>(list: readonly T[]): T {
      const found = list[Math.floor(next() * list.length)];
      if (found === undefined) throw new RangeError("nothing to pick from");
      return found;
    },
    /** Picks with the odds of `weight`. */
    weighted<T>(list: readonly T[], weight: (item: T) => number): T {
      let left = next() * list.reduce((sum, item) => sum + weight(item), 0);
      for (const item of list) {
        left -= weight(item);
        if (left < 0) return item;
      }
      throw new RangeError("nothing to pick from");
    },
  };
}

export type Sequence = ReturnType<typeof sequence>;
