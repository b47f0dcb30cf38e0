/** What an adapter knows about a request, besides what was sent. */
export interface RequestContext {
  now: Date;
  /** Network address of whoever asks. */
  address?: string;
}

/**
 * The last address of X-Forwarded-For. The web server of `npm start` writes it over with the one it found (cli/lib/sender.mjs);
 * in whatever else stands before us, earlier ones are what the client claims.
 */
export function clientAddress(headers: Headers): string | undefined {
  const last = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim();
  return last ? last.slice(0, 64) : undefined;
}
