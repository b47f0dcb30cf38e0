/**
 * The address of a page with one of its rows in view: the card leads there, and so does a press on that row. What stops the
 * press stands at the top of that page, see PressRefusal.
 */
const rowAddress =
  (page: string, row: string) =>
  (home: string, id: string): string =>
    `${home}/${page}?${row}=${encodeURIComponent(id)}`;

export const rewardAt = rowAddress("rewards", "reward");
export const voucherAt = rowAddress("rewards", "voucher");
export const giftAt = rowAddress("gifts", "gift");
export const eventAt = rowAddress("events", "event");
