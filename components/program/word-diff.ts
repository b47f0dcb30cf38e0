/** Words that two texts share, or that only the first (gone) or the second (new) has, with a space between them. */
export interface Run {
  kind: "same" | "gone" | "new";
  text: string;
  /** Its place among the runs. */
  at: number;
}

/** What changed from one sentence to another, word by word: the longest common run of words stays. */
export function wordDiff(before: string, after: string): Run[] {
  const a = before.split(" ");
  const b = after.split(" ");
  const lengths = commonLengths(a, b);
  const runs: Run[] = [];
  const push = (kind: Run["kind"], word = "") => {
    const last = runs.at(-1);
    if (last?.kind === kind) last.text += ` ${word}`;
    else runs.push({ kind, text: word, at: runs.length });
  };
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      push("same", a[i]);
      i += 1;
      j += 1;
    } else if (
      i < a.length &&
      (j >= b.length || lengthAt(lengths, i + 1, j) >= lengthAt(lengths, i, j + 1))
    ) {
      push("gone", a[i]);
      i += 1;
    } else {
      push("new", b[j]);
      j += 1;
    }
  }
  return runs;
}

const lengthAt = (lengths: number[][], i: number, j: number): number => lengths[i]?.[j] ?? 0;

/** How many words a[i..] and b[j..] have in common, in order. */
function commonLengths(a: string[], b: string[]): number[][] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = lengths[i];
      if (!row) continue;
      row[j] =
        a[i] === b[j]
          ? lengthAt(lengths, i + 1, j + 1) + 1
          : Math.max(lengthAt(lengths, i + 1, j), lengthAt(lengths, i, j + 1));
    }
  }
  return lengths;
}
