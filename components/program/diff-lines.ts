/** A thing of a program, said in one sentence; the key tells the same thing in two versions. */
export interface ProgramLine {
  key: string;
  text: string;
}

export type LineChange =
  | { key: string; kind: "added"; after: string }
  | { key: string; kind: "removed"; before: string }
  | { key: string; kind: "changed"; before: string; after: string };

/** What differs between two lists of sentences, in the order of the second; what is gone comes last. */
export function diffLines(before: readonly ProgramLine[], after: readonly ProgramLine[]): LineChange[] {
  const was = new Map(before.map((line) => [line.key, line.text]));
  const is = new Set(after.map((line) => line.key));
  return [
    ...after.flatMap(({ key, text }): LineChange[] => {
      const earlier = was.get(key);
      if (earlier === undefined) return [{ key, kind: "added", after: text }];
      return earlier === text ? [] : [{ key, kind: "changed", before: earlier, after: text }];
    }),
    ...before
      .filter(({ key }) => !is.has(key))
      .map(({ key, text }): LineChange => ({ key, kind: "removed", before: text })),
  ];
}
