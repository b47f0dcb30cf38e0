/** A till's clock may run ahead of ours by this many milliseconds. */
export const clockSkewMs = 5 * 60_000;
