/**
 * What processes take turns at, by PostgreSQL's advisory locks: any numbers, the same in every process and each its own.
 * Together, so that no two things wait for each other that have nothing to do with each other.
 */
export const advisoryLocks = {
  migrate: 7_346_811_252,
  distribute: 7_346_811_253,
  setUp: 7_346_811_254,
} as const;
