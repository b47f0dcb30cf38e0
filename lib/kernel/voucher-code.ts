import { randomBelow } from "./random-below";

/**
 * Twelve characters that nobody mistakes for one another and that spell no word, the last a check character: a slip of
 * the finger finds no voucher instead of somebody else's. Never a card number, which is digits only.
 */
const alphabet = "BCDFGHJKMNPQRSTVWXZ23456789";
const random = 11;

export function newVoucherCode(): string {
  let body = alphabet.charAt(randomBelow(letters));
  while (body.length < random) body += alphabet.charAt(randomBelow(alphabet.length));
  return body + checkCharacter(body);
}

/** The first character is a letter. */
const letters = alphabet.indexOf("2");

/** As scanned or typed: without spaces and dashes, in capitals. */
export const normaliseVoucherCode = (text: string): string =>
  text.replace(/[\s\-\u2010-\u2015]/g, "").toUpperCase();

/** In groups of four: "KXPM 4T9B 7QHC". */
export const formatVoucherCode = (code: string): string => code.replace(/(.{4})(?=.)/g, "$1 ");

export const isVoucherCode = (code: string): boolean =>
  code.length === random + 1 &&
  [...code].every((character) => alphabet.includes(character)) &&
  checkCharacter(code.slice(0, random)) === code.charAt(random);

/** Weights 1 and 2 by turns, both without a factor in common with 27: finds every wrong character and every swapped pair. */
function checkCharacter(body: string): string {
  const size = alphabet.length;
  let sum = 0;
  for (let index = 0; index < body.length; index += 1) {
    sum += alphabet.indexOf(body.charAt(body.length - 1 - index)) * (index % 2 === 0 ? 2 : 1);
  }
  return alphabet.charAt((size - (sum % size)) % size);
}
