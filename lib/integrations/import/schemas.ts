import { z } from "zod";
import { isZone } from "@/lib/kernel/calendar";
import { text } from "@/lib/kernel/fields";
import { timeReader } from "./domain/read-time";

/**
 * A mapping says what the columns of a shop's export are. `amount: sales_value` takes a column, `products.department` the
 * column of a joined file; an object says more: `{ column, values, otherwise, format }` or `{ constant }`.
 */

const column = () => text(200);

const sourceObject = z
  .strictObject({
    column: column().optional(),
    constant: text(500).optional(),
    /** What is written there: what it means. What is not listed is refused, unless `otherwise` says what it is. */
    values: z.record(z.string().max(500), text(500)).optional(),
    /** When nothing is written, when the joined file does not have the row, and for what `values` does not list. */
    otherwise: text(500).optional(),
    /** Of a time or a day: see domain/read-time.ts. */
    format: z
      .string()
      .max(60)
      .refine((value) => timeReader(value, "UTC") !== null, { error: "import.format" })
      .optional(),
  })
  .refine((source) => (source.column === undefined) !== (source.constant === undefined), {
    error: "import.source",
  });

export type Source = z.output<typeof sourceObject>;

const plainText = (value: unknown) =>
  typeof value === "number" || typeof value === "boolean" ? String(value) : value;

const source = () =>
  z.preprocess((value) => {
    const plain = plainText(value);
    if (typeof plain === "string") return { column: plain };
    if (typeof plain !== "object" || plain === null || Array.isArray(plain)) return plain;
    return Object.fromEntries(Object.entries(plain).map(([key, inner]) => [key, plainText(inner)]));
  }, sourceObject);

/** One source or several: amounts are added up, parts of a name stand side by side. */
const sources = () =>
  z.preprocess(
    (value) => (Array.isArray(value) || value === undefined ? value : [value]),
    z.array(source()).min(1).max(20),
  );

const encoding = () =>
  z
    .string()
    .max(40)
    .refine((value) => isEncoding(value), { error: "import.encoding" })
    .optional();

function isEncoding(label: string): boolean {
  try {
    return Boolean(new TextDecoder(label));
  } catch {
    return false;
  }
}

const delimiter = () => z.string().length(1).optional();

/** How a file is written, as far as its header needs it. */
export const csvOptionsSchema = z.object({ encoding: encoding(), delimiter: delimiter() });

const joinedFile = z.strictObject({
  /** Beside the file that is imported. */
  file: text(500),
  /** The column that its rows are found by. */
  key: column(),
  /** The column of the imported file that names the row. Absent: it has the same name. */
  match: column().optional(),
  encoding: encoding(),
  delimiter: delimiter(),
});

const fileSettings = {
  encoding: encoding(),
  delimiter: delimiter(),
  /** The decimal mark. */
  decimal: z.enum([".", ","]).default("."),
  /** The clock by which times without an offset are read. Absent: the shop's. */
  timezone: z
    .string()
    .max(60)
    .refine((zone) => isZone(zone), { error: "timezone" })
    .optional(),
  /** What the file writes where it has nothing. */
  empty: z.array(z.string().max(50)).max(20).default([]),
  files: z
    .record(z.string().regex(/^[\p{L}\p{N}_-]{1,40}$/u, { error: "import.file_name" }), joinedFile)
    .default({}),
};

const memberSource = z
  .strictObject({
    externalId: source().optional(),
    card: source().optional(),
    email: source().optional(),
    phone: source().optional(),
    id: source().optional(),
  })
  .refine((member) => Object.values(member).filter(Boolean).length === 1, { error: "import.one_of_member" });

export const purchasesMappingSchema = z.strictObject({
  ...fileSettings,
  purchase: z.strictObject({
    /** Rows with the same one are the lines of one purchase, wherever in the file they stand. */
    externalId: source(),
    member: memberSource,
    occurredAt: source(),
    channel: source().optional(),
  }),
  line: z.strictObject({
    productType: source(),
    sku: source().optional(),
    name: sources().optional(),
    quantity: source().optional(),
    /** In whole units of the currency, decimals and all: 12.50. */
    amount: sources(),
    tax: sources().optional(),
    discount: sources().optional(),
  }),
  /** Absent: as the program says (universal default). */
  members: z.strictObject({ enrol: z.boolean() }).optional(),
});

export type PurchasesMapping = z.output<typeof purchasesMappingSchema>;

export const membersMappingSchema = z.strictObject({
  ...fileSettings,
  member: z
    .strictObject({
      externalId: source().optional(),
      name: sources().optional(),
      email: source().optional(),
      phone: source().optional(),
      birthday: source().optional(),
      locale: source().optional(),
      tier: source().optional(),
      tags: sources().optional(),
      attributes: z.record(text(60), source()).optional(),
      enrolledAt: source().optional(),
    })
    .refine((member) => member.externalId ?? member.email ?? member.phone, { error: "import.no_identity" }),
});

export type MembersMapping = z.output<typeof membersMappingSchema>;
