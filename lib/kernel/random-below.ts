/** A random whole number, from 0 to below 256 at most, each as likely as the others. */
export function randomBelow(below: number): number {
  const byte = new Uint8Array(1);
  const limit = 256 - (256 % below);
  // Bytes beyond the last full round would make small numbers likelier.
  do crypto.getRandomValues(byte);
  while ((byte[0] ?? 0) >= limit);
  return (byte[0] ?? 0) % below;
}
