/** RFC 9562 version 7: 48 bits of milliseconds, a 12-bit counter, 62 random bits. Sorts by time. */

const pool = new Uint8Array(4096);
let used = pool.length;

function randomBytes(count: number): Uint8Array {
  if (used + count > pool.length) {
    crypto.getRandomValues(pool);
    used = 0;
  }
  used += count;
  return pool.subarray(used - count, used);
}

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
const at = (bytes: Uint8Array, index: number): string => hex[bytes[index] ?? 0] ?? "00";

let lastMillisecond = 0;
let counter = 0;

/**
 * An id that sorts after every earlier one of this process, also within a millisecond and when the clock steps back.
 * With `instant` (seeds, imports) it carries that time instead, and ids of one millisecond come in any order.
 */
export function uuidv7(instant?: Date): string {
  const random = randomBytes(10);
  if (instant) return format(instant.getTime(), (((random[8] ?? 0) << 8) | (random[9] ?? 0)) & 0xfff, random);
  const now = Date.now();
  if (now > lastMillisecond) {
    lastMillisecond = now;
    // Starts in the lower half, so that 2,048 more fit into the millisecond before borrowing from the next.
    counter = (((random[8] ?? 0) << 8) | (random[9] ?? 0)) & 0x7ff;
  } else if (++counter > 0xfff) {
    lastMillisecond += 1;
    counter = 0;
  }
  return format(lastMillisecond, counter, random);
}

function format(millisecond: number, sequence: number, random: Uint8Array): string {
  const time = millisecond.toString(16).padStart(12, "0");
  const variant = hex[((random[0] ?? 0) & 0x3f) | 0x80] ?? "80";
  const node = `${at(random, 2)}${at(random, 3)}${at(random, 4)}${at(random, 5)}${at(random, 6)}${at(random, 7)}`;
  const middle = sequence.toString(16).padStart(3, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${middle}-${variant}${at(random, 1)}-${node}`;
}

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

export const isUuid = (text: string): boolean => pattern.test(text);

/** Sorts before every id of that instant and after those of earlier ones: a bound for a list that is kept by id. */
export const firstIdAt = (instant: Date): string => {
  const time = instant.getTime().toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
};
