/** As much of a member's name as tells another one who is meant: "Burak Ç." for Burak Çelik. */
export function shortName(name: string | null): string | null {
  const [first, ...others] = name?.trim().split(/\s+/) ?? [];
  if (!first) return null;
  const last = others.at(-1);
  return last ? `${first} ${[...last][0]}.` : first;
}
