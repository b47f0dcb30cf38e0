/**
 * How postings, and the looks they are decided by, go together: one under way and the next gathering, at most so many in
 * one. Measured with `npm run bench -- award`.
 */
export const company = { atOnce: 2, most: 32 } as const;
