/** Days ahead at which what expires is shown although a program sends no warnings. */
const unlessTold = 30;

/** Days before they expire from which points are spoken of, on the card and at the till: the first day of the mails. */
export const shownAhead = (warnings: { days: readonly number[] } | undefined): number =>
  warnings && warnings.days.length > 0 ? Math.max(...warnings.days) : unlessTold;
