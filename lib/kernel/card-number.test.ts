import { expect, test } from "vitest";
import { formatCard, isCardNumber, newCardNumber, normaliseCard } from "./card-number";

test("a new card has twelve digits, no leading zero, and a check digit that holds", () => {
  for (let round = 0; round < 500; round += 1) {
    const number = newCardNumber();
    expect(number).toMatch(/^[1-9]\d{11}$/);
    expect(isCardNumber(number)).toBe(true);
  }
});

test("7992 7398 713 has the Luhn digit 3 by the textbook, so 0799 2739 8713 holds and 0799 2739 8714 does not", () => {
  expect(isCardNumber("079927398713")).toBe(true);
  expect(isCardNumber("079927398714")).toBe(false);
});

test("any one wrong digit is noticed", () => {
  const number = newCardNumber();
  for (let place = 0; place < 12; place += 1) {
    const other = String((Number(number[place]) + 1) % 10);
    expect(isCardNumber(number.slice(0, place) + other + number.slice(place + 1))).toBe(false);
  }
});

test("it reads in groups of four, and is found with spaces, dashes or none", () => {
  expect(formatCard("418309275561")).toBe("4183 0927 5561");
  expect(
    ["4183 0927 5561", "4183-0927-5561", "418309275561", "4183\u20110927\u20115561"].map(normaliseCard),
  ).toEqual(Array(4).fill("418309275561"));
});
