/** A thing of a program, said in one sentence; the key tells the same thing in two versions. */
export interface ProgramLine {
  key: string;
  text: string;
  /** Tells two things apart that are said alike, such as one picture from another. */
  mark?: string;
}

export type LineChange =
  | { key: string; kind: "added"; after: string }
  | { key: string; kind: "removed"; before: string }
  | { key: string; kind: "changed"; before: string; after: string };

/** What differs between two lists of sentences, in the order of the second; what is gone comes last. */
export function diffLines(before: readonly ProgramLine[], after: readonly ProgramLine[]): LineChange[] {
  const was = new Map(before.map((line) => [line.key, line]));
  const is = new Set(after.map((line) => line.key));
  return [
    ...after.flatMap(({ key, text, mark }): LineChange[] => {
      const earlier = was.get(key);
      if (earlier === undefined) return [{ key, kind: "added", after: text }];
      if (earlier.text === text && earlier.mark === mark) return [];
      return [{ key, kind: "changed", before: earlier.text, after: text }];
    }),
    ...before
      .filter(({ key }) => !is.has(key))
      .map(({ key, text }): LineChange => ({ key, kind: "removed", before: text })),
  ];
}
