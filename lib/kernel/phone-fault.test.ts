import { expect, test } from "vitest";
import { describeField } from "./describe-problem";
import { normalisePhone } from "./phone";
import { phoneFault } from "./phone-fault";

const said = (typed: string, country: string, locale: "en" | "tr" = "en") =>
  describeField({ path: "phone", code: "phone", params: phoneFault(typed, country) }, locale, "screen");

test.each([
  ["0532 41", "A mobile number has ten digits after the 0; this has five."],
  ["532 765 43", "A mobile number has ten digits after the 0; this has eight."],
  ["+90 532 41", "A mobile number has ten digits after the 0; this has five."],
  ["0090 0532 41", "A mobile number has ten digits after the 0; this has five."],
  ["0532 765 43 2", "A mobile number has ten digits after the 0; this has nine."],
  ["0532 765 43 21 09 87", "A mobile number has ten digits after the 0; this has 14."],
  ["+49 30", "This is too short for a phone number."],
  ["+1 212 555 01 00 99", "This is too long for a phone number."],
  ["hello", "This is not a phone number."],
  ["call 0532 123 45 67", "This is not a phone number."],
  ["+", "This is not a phone number."],
])("%j in a Turkish shop is no number: %s", (typed, words) => {
  expect(normalisePhone(typed, "TR")).toBeNull();
  expect(said(typed, "TR")).toBe(words);
});

test("the digits are counted in Turkish words, too", () => {
  expect(said("0532 41", "TR", "tr")).toBe(
    "Cep telefonu numarası 0’dan sonra on hanelidir; bunda beş hane var.",
  );
});

test("where no 0 is dialled none is spoken of, and where mobile numbers differ in length none is named", () => {
  expect(said("212 555", "US")).toBe("A mobile number has ten digits; this has six.");
  expect(said("017", "DE")).toBe("This is too short for a phone number.");
  expect(said("0532 41", "")).toBe("This is not a phone number.");
});
