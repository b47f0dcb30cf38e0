/** From this many visits on one may speak of a habit. */
const leastVisits = 3;

/** Whether somebody who had it on `times` of their latest `visits` usually has it: on more than half of them. */
export const isUsual = ({ times, visits }: { times: number; visits: number }): boolean =>
  visits >= leastVisits && times * 2 > visits;
