/** A path of our own to go on to after signing in, or null: `//elsewhere` and `/\elsewhere` lead to other hosts. */
export function safePath(given: unknown): string | null {
  if (typeof given !== "string" || given.length > 500) return null;
  return /^\/(?![/\\])[\x21-\x7e]*$/.test(given) ? given : null;
}
