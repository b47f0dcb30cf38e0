import { ownValue } from "@/lib/kernel/own-value";

type Word = "till" | "online";

/** Channels that have words of their own; any other is called as it calls itself. */
const named: Readonly<Record<string, Word>> = { store: "till", online: "online" };

/** Where a purchase may be made, by name: at the till, online, and wherever else this shop sells. */
export function channelNames(
  known: readonly string[],
  say: (word: Word) => string,
): { key: string; name: string }[] {
  const keys = new Set([...Object.keys(named), ...known]);
  return [...keys].map((key) => {
    const word = ownValue(named, key);
    return { key, name: word ? say(word) : key };
  });
}
