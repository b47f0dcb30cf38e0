import { randomBelow } from "./random-below";

/** Twelve digits, the last a Luhn check digit: a slip of the finger at the till finds nobody instead of somebody else. */
export const cardDigits = 12;

/** The first digit is never 0, so that a spreadsheet keeps all twelve. */
export function newCardNumber(): string {
  let body = String(1 + randomBelow(9));
  while (body.length < 11) body += String(randomBelow(10));
  return body + luhnDigit(body);
}

/** As read or typed, without spaces and dashes. */
export const normaliseCard = (text: string): string => text.replace(/[\s\-\u2010-\u2015]/g, "");

/** In groups of four: "4183 0927 5561". */
export const formatCard = (number: string): string => number.replace(/(\d{4})(?=\d)/g, "$1 ");

export const isCardNumber = (text: string): boolean =>
  /^\d{12}$/.test(text) && luhnDigit(text.slice(0, 11)) === text.slice(11);

/** Digit by which the Luhn sum of the whole becomes a multiple of ten. */
function luhnDigit(body: string): string {
  let sum = 0;
  for (let index = 0; index < body.length; index += 1) {
    const digit = Number(body[body.length - 1 - index]);
    const doubled = index % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return String((10 - (sum % 10)) % 10);
}
