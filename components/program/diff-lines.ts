/** A thing of a program, said in one sentence; the key tells the same thing in two versions. */
export interface ProgramLine {
  key: string;
  text: string;
  /** Tells two things apart that are said alike, such as one picture from another. */
  mark?: string;
  /** Where it stands among the others means something: tiers are ranked, the others are shown in their order. */
  isPlaced?: boolean;
}

export type LineChange =
  | { key: string; kind: "added"; after: string }
  | { key: string; kind: "removed"; before: string }
  | { key: string; kind: "changed"; before: string; after: string }
  | { key: string; kind: "moved"; after: string };

/** What differs between two lists of sentences, in the order of the second; what is gone comes last. */
export function diffLines(before: readonly ProgramLine[], after: readonly ProgramLine[]): LineChange[] {
  const was = new Map(before.map((line) => [line.key, line]));
  const is = new Set(after.map((line) => line.key));
  const moved = movedKeys(before, after);
  return [
    ...after.flatMap(({ key, text, mark }): LineChange[] => {
      const earlier = was.get(key);
      if (earlier === undefined) return [{ key, kind: "added", after: text }];
      if (earlier.text !== text || earlier.mark !== mark)
        return [{ key, kind: "changed", before: earlier.text, after: text }];
      return moved.has(key) ? [{ key, kind: "moved", after: text }] : [];
    }),
    ...before
      .filter(({ key }) => !is.has(key))
      .map(({ key, text }): LineChange => ({ key, kind: "removed", before: text })),
  ];
}

/** As few of them as explain that the others stand in another order. */
function movedKeys(before: readonly ProgramLine[], after: readonly ProgramLine[]): Set<string> {
  const placed = (lines: readonly ProgramLine[]) =>
    lines.flatMap(({ key, isPlaced }) => (isPlaced ? [key] : []));
  const [was, is] = [placed(before), placed(after)];
  const places = is.map((key) => was.indexOf(key)).filter((place) => place >= 0);
  const stayed = new Set(longestRise(places).map((place) => was[place]));
  return new Set(is.filter((key) => was.includes(key) && !stayed.has(key)));
}

/** The most of them, in their order, of which each is greater than the one before. */
function longestRise(numbers: readonly number[]): number[] {
  const rises: number[][] = [];
  for (const number of numbers) {
    const before = rises.filter((rise) => (rise.at(-1) ?? -1) < number);
    rises.push([...longest(before), number]);
  }
  return longest(rises);
}

const longest = (rises: readonly number[][]): number[] =>
  rises.reduce((most, rise) => (rise.length > most.length ? rise : most), []);
