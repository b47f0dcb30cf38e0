import {
  getCountryCallingCode,
  isSupportedCountry,
  Metadata,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from "libphonenumber-js/min";

/**
 * A phone number in E.164, however it was typed; null when it is none. `country` (ISO 3166) reads numbers without a
 * country code. Only the length is judged: numbering plans grow faster than a library's tables, and a regular's real
 * number must not be refused.
 */
export function normalisePhone(text: string, country?: string): string | null {
  const defaultCountry = country && isSupportedCountry(country) ? country : undefined;
  const parsed = parsePhoneNumberFromString(text, { defaultCountry, extract: false });
  return parsed?.isPossible() && !isCutShort(parsed) ? parsed.number : null;
}

/** The 0 that is dialled before a number was counted as one of its digits: "0532 123 45 6" is a digit short. */
function isCutShort(parsed: PhoneNumber): boolean {
  const { country, nationalNumber } = parsed;
  if (!country || !nationalNumber.startsWith("0") || parsed.isValid()) return false;
  const numbering = new Metadata();
  numbering.selectNumberingPlan(country);
  return !numbering.numberingPlan?.possibleLengths().includes(nationalNumber.length - 1);
}

/**
 * A number in E.164 grouped as people write it: at home without its country code, "0532 555 01 01", from elsewhere with
 * it, "+49 30 901820".
 */
export function formatPhone(number: string, country: string): string {
  const parsed = parsePhoneNumberFromString(number);
  if (!parsed) return number;
  const isOurs = isSupportedCountry(country) && parsed.countryCallingCode === getCountryCallingCode(country);
  return isOurs ? parsed.formatNational() : parsed.formatInternational();
}
