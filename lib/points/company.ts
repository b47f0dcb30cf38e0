/**
 * How postings, and the looks they are decided by, go together: so many under way while the next gather, and at most so
 * many in one. Several under way, because each waits for the disk; not more, because then each goes alone and PostgreSQL
 * works twice as much. Measured with `npm run bench -- award`.
 */
export const company = { atOnce: 2, most: 16 } as const;
