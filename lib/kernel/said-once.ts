/** What an address says once, of what was just done: not for whoever comes back later. */
const saidOnce = ["saved", "given", "ended", "got", "back"] as const;

/** The address of a page that says once what was done there, and to what. */
export const saying = (page: string, what: (typeof saidOnce)[number], id?: string): string =>
  `${page}?${what}${id === undefined ? "" : `=${encodeURIComponent(id)}`}`;

/** The same address for later. */
export function withoutSaying(search: URLSearchParams): URLSearchParams {
  const kept = new URLSearchParams(search);
  for (const name of saidOnce) kept.delete(name);
  return kept;
}
