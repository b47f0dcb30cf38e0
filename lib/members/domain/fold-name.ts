/**
 * A name as it is looked up: lower case without accents, so that `sahin` finds `Şahin`. Both Turkish i's fold to the
 * plain one, whatever the language of the machine.
 */
export const foldName = (name: string): string =>
  name
    .replace(/[İIı]/g, "i")
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .replace(/ø/g, "o")
    .replace(/ß/g, "ss")
    .replace(/\s+/g, " ")
    .trim();

/** The keys a name is found by: as it is, and with its last word first. */
export function nameKeys(name: string | null | undefined): {
  nameKey: string | null;
  surnameKey: string | null;
} {
  const folded = name ? foldName(name) : "";
  if (folded === "") return { nameKey: null, surnameKey: null };
  const words = folded.split(" ");
  return { nameKey: folded, surnameKey: [words.at(-1), ...words.slice(0, -1)].join(" ") };
}
