import { foldHeader, nameOf } from "./header-names";
import { timeReader } from "./read-time";

type Raw = Record<string, unknown>;

/** The ways in which shops write a time, the likeliest first. The first that reads every sample is taken. */
export const timeFormats = [
  "",
  "DD.MM.YYYY HH:mm",
  "DD.MM.YYYY HH:mm:ss",
  "D.M.YYYY H:mm",
  "DD/MM/YYYY HH:mm",
  "YYYY/MM/DD HH:mm:ss",
  "MM/DD/YYYY HH:mm",
  "DD.MM.YYYY",
  "D.M.YYYY",
  "DD/MM/YYYY",
  "MM/DD/YYYY",
  "DD-MM-YYYY",
  "YYYYMMDD",
  "unix",
  "unixMilliseconds",
] as const;

interface Sample {
  header: readonly string[];
  rows: readonly (readonly string[])[];
}

/** What the columns of a file seem to mean, as a mapping: a person looks it over and puts it right. */
export function guessMapping(kind: "purchases" | "members", sample: Sample): Raw {
  const found = new Map<string, string>();
  for (const column of sample.header) {
    const field = nameOf(kind, foldHeader(column));
    if (field && !found.has(field)) found.set(field, column);
  }
  const decimal = decimalOf(sample, [found.get("amount"), found.get("quantity"), found.get("discount")]);
  const head = decimal === "," ? { decimal } : {};
  return kind === "purchases"
    ? { ...head, ...purchases(found, sample) }
    : { ...head, ...members(found, sample) };
}

/** Something was paid for in a file of purchases; people without amounts are members. */
export function seemsToHold(header: readonly string[]): "purchases" | "members" {
  const has = (kind: "purchases" | "members", field: string) =>
    header.some((column) => nameOf(kind, foldHeader(column)) === field);
  return has("purchases", "amount") || !(has("members", "name") || has("members", "email"))
    ? "purchases"
    : "members";
}

function purchases(found: ReadonlyMap<string, string>, sample: Sample): Raw {
  const member = (["customer", "card", "email", "phone"] as const).find((one) => found.has(one));
  return {
    purchase: given({
      externalId: found.get("receipt"),
      member: member && { [member === "customer" ? "externalId" : member]: found.get(member) },
      occurredAt: time(found.get("time"), sample),
      channel: found.get("channel"),
    }),
    line: given({
      productType: found.get("productType"),
      sku: found.get("sku"),
      name: found.get("product"),
      quantity: found.get("quantity"),
      amount: found.get("amount"),
      tax: found.get("tax"),
      discount: found.get("discount"),
    }),
  };
}

function members(found: ReadonlyMap<string, string>, sample: Sample): Raw {
  const names = [found.get("name"), found.get("surname")].flatMap((one) => one ?? []);
  return {
    member: given({
      externalId: found.get("customer"),
      name: names.length > 1 ? names : names[0],
      email: found.get("email"),
      phone: found.get("phone"),
      birthday: time(found.get("birthday"), sample),
      enrolledAt: time(found.get("since"), sample),
      tier: found.get("tier"),
      locale: found.get("locale"),
      tags: found.get("tags"),
    }),
  };
}

const given = (fields: Raw): Raw =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

function time(column: string | undefined, sample: Sample): unknown {
  if (column === undefined) return undefined;
  const format = formatOf(valuesOf(sample, column));
  return format ? { column, format } : column;
}

/** "" for ISO 8601, and when none fits: the reader's refusals then say what is wrong. */
export function formatOf(values: readonly string[]): string {
  if (values.length === 0) return "";
  const fits = (format: string) => {
    const read = timeReader(format || undefined, "UTC");
    return values.every((value) => read !== null && read(value) !== null);
  };
  return timeFormats.find(fits) ?? "";
}

/** A comma that stands before the last one or two digits, in every amount that has one, is a decimal mark. */
function decimalOf(sample: Sample, columns: readonly (string | undefined)[]): "." | "," {
  const values = columns.flatMap((column) => (column === undefined ? [] : valuesOf(sample, column)));
  const marked = values.filter((value) => /[.,]/.test(value));
  return marked.length > 0 && marked.every((value) => /,\d{1,2}$/.test(value)) ? "," : ".";
}

function valuesOf({ header, rows }: Sample, column: string): string[] {
  const at = header.indexOf(column);
  return rows.flatMap((row) => row[at]?.trim() || []);
}
