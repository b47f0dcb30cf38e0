/** Month and day of birth, as 1224 for 24 December, of whom a day celebrates: on 28 February also those of the 29th, where there is none. */
export function daysOfBirth(day: string): number[] {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const leap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
  return month === 2 && date === 28 && !leap ? [228, 229] : [month * 100 + date];
}
