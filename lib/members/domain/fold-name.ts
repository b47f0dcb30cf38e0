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
