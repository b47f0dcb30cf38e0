import {
  type CountryCode,
  getCountryCallingCode,
  getExampleNumber,
  isSupportedCountry,
  Metadata,
  validatePhoneNumberLength,
} from "libphonenumber-js/min";
import examples from "libphonenumber-js/mobile/examples";

/** What a sentence about a number that is none is made of; see `fields.phone` in the words of refusals. */
export interface PhoneFault extends Record<string, string | number> {
  /** `mobile`, `mobile0`: of the wrong length for the one that mobile numbers have there, after a 0. */
  fault: "mobile" | "mobile0" | "short" | "long" | "other";
  wanted: number;
  given: number;
}

/** What is wrong with what `normalisePhone` could not read. */
export function phoneFault(text: string, country: string): PhoneFault {
  const plain = /^[+\d\s().\-/\u2010-\u2015]*\d[+\d\s().\-/\u2010-\u2015]*$/.test(text);
  if (!plain) return { fault: "other", wanted: 0, given: 0 };
  const defaultCountry = isSupportedCountry(country) ? country : undefined;
  const home = defaultCountry && homeDigits(text, getCountryCallingCode(defaultCountry));
  if (defaultCountry && home) {
    const { wanted, trunk } = mobileNumbers(defaultCountry);
    const given = home.replace(trunk ? /^0/ : "", "").length;
    if (wanted && given > 0 && given !== wanted)
      return { fault: trunk ? "mobile0" : "mobile", wanted, given };
  }
  const length = validatePhoneNumberLength(text, { defaultCountry });
  const fault = length === "TOO_SHORT" ? "short" : length === "TOO_LONG" ? "long" : "other";
  return { fault, wanted: 0, given: 0 };
}

/** The digits of a number of this country without its code; null for one of elsewhere. */
function homeDigits(text: string, callingCode: string): string | null {
  const digits = text.replace(/\D/g, "");
  const abroad = /^\s*\+/.test(text) ? digits : /^00/.exec(digits) ? digits.slice(2) : null;
  if (abroad === null) return digits;
  return abroad.startsWith(callingCode) ? abroad.slice(callingCode.length) : null;
}

/** How long a mobile number is, where no number can be one digit shorter or longer, and whether a 0 is dialled before it. */
function mobileNumbers(country: CountryCode): { wanted: number | null; trunk: boolean } {
  const example = getExampleNumber(country, examples);
  const metadata = new Metadata();
  metadata.selectNumberingPlan(country);
  const lengths = metadata.numberingPlan?.possibleLengths() ?? [];
  const wanted = example?.nationalNumber.length ?? 0;
  return {
    wanted: wanted === 0 || lengths.includes(wanted - 1) || lengths.includes(wanted + 1) ? null : wanted,
    trunk: example?.formatNational().startsWith("0") ?? false,
  };
}
