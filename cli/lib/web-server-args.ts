/**
 * MB of each half of node's memory for what has just been made. At node's own 16 a request's objects are still in use when
 * a half is full, under load, and are copied about; measured with `npm run bench -- award-http`.
 */
const halfOfTheNew = 32;

/** What node is given to serve the built product on `port`; `proxies` are those that are believed about who asks. */
export const webServerArgs = (port: number, proxies: readonly string[] = []): string[] => [
  `--max-semi-space-size=${halfOfTheNew}`,
  "cli/web.mjs",
  String(port),
  ...proxies,
];
