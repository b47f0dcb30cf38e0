/** What an adapter knows about a request, besides what was sent. */
export interface RequestContext {
  now: Date;
  /** Network address of whoever asks, as the nearest proxy saw it. */
  address?: string;
}

/**
 * The last address of X-Forwarded-For: the one that the proxy in front of us added. Earlier ones are whatever the client
 * claims. Without a proxy the web server sets the header from the connection.
 */
export function clientAddress(headers: Headers): string | undefined {
  const last = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim();
  return last ? last.slice(0, 64) : undefined;
}
