import { getCountries } from "libphonenumber-js";

/** ISO 4217 codes that this machine can write amounts in. */
const currencies = new Set(Intl.supportedValuesOf("currency"));

export const isCurrency = (code: string): boolean => currencies.has(code);

/** Minor units in one unit of a currency: 100 kuruş, 1 yen, 1,000 fils. */
export function minorUnits(currency: string): number {
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat("en", {
    style: "currency",
    currency,
  }).resolvedOptions();
  return 10 ** maximumFractionDigits;
}

export const isCountry = (code: string): boolean => countries.has(code);

const countries = new Set<string>(getCountries());

let zoneCountries: Map<string, string> | undefined;

/**
 * The country a shop is in, by its time zone (a zone belongs to one), else by its currency (TRY: TR), else the United
 * States. Phone numbers typed without a country are read with it; the settings change it.
 */
export function countryOf(timezone: string, currency: string): string {
  zoneCountries ??= readZoneCountries();
  const byZone = zoneCountries.get(timezone.toLowerCase());
  if (byZone) return byZone;
  const byCurrency = currency.slice(0, 2);
  return isCountry(byCurrency) ? byCurrency : "US";
}

function readZoneCountries(): Map<string, string> {
  const found = new Map<string, string>();
  for (const country of countries) {
    for (const zone of zonesOf(country)) if (!found.has(zone)) found.set(zone.toLowerCase(), country);
  }
  return found;
}

/** The standard made it a method; older engines have it as a property. */
function zonesOf(country: string): string[] {
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & {
    getTimeZones?(): string[] | undefined;
    timeZones?: string[];
  };
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}
