/** What the form says of a file: one column a field. A mapping file can say more; see `choiceOf`. */
export interface ColumnChoice {
  kind: "purchases" | "members";
  encoding: string;
  delimiter: string;
  decimal: "." | ",";
  /** By field; what is not there is not in the file. */
  columns: Record<string, string>;
  /** How a time or day is written, by field; absent: ISO 8601. */
  formats: Record<string, string>;
  memberBy: MemberBy;
  /** What a written product type means. */
  types: Record<string, string>;
  /** The product type of everything else; empty: as it is written. */
  otherType: string;
}

export type Mapping = Record<string, unknown>;
type MemberBy = (typeof memberWays)[number];

export const memberWays = ["externalId", "card", "email", "phone"] as const;

export const fieldsOf = {
  purchases: [
    "purchase.externalId",
    "purchase.member",
    "purchase.occurredAt",
    "line.amount",
    "line.productType",
    "line.name",
    "line.sku",
    "line.quantity",
    "line.discount",
    "line.tax",
    "purchase.channel",
  ],
  members: [
    "member.externalId",
    "member.name",
    "member.surname",
    "member.email",
    "member.phone",
    "member.birthday",
    "member.enrolledAt",
    "member.tier",
    "member.locale",
    "member.tags",
  ],
} as const;

export type ColumnField = (typeof fieldsOf)["purchases" | "members"][number];

export const isDated = (field: ColumnField): boolean =>
  field === "purchase.occurredAt" || field === "member.birthday" || field === "member.enrolledAt";

export const needed = new Set<ColumnField>([
  "purchase.externalId",
  "purchase.member",
  "purchase.occurredAt",
  "line.amount",
]);

export const emptyChoice = (kind: ColumnChoice["kind"]): ColumnChoice => ({
  kind,
  encoding: "",
  delimiter: "",
  decimal: ".",
  columns: {},
  formats: {},
  memberBy: "externalId",
  types: {},
  otherType: "",
});

/** The mapping that the form says, as the command line would take it. */
export function mappingOf(choice: ColumnChoice): Mapping {
  const { kind, encoding, delimiter, decimal } = choice;
  const file = {
    ...(encoding ? { encoding } : {}),
    ...(delimiter ? { delimiter } : {}),
    ...(decimal === "," ? { decimal } : {}),
  };
  const source = (field: ColumnField) => sourceOf(choice, field);
  if (kind === "members") {
    const { name, surname, ...rest } = part(choice, "member.", source);
    const names = [name, surname].filter((one) => one !== undefined);
    return {
      ...file,
      member: { ...(names.length > 0 ? { name: names.length > 1 ? names : names[0] } : {}), ...rest },
    };
  }
  const { member, ...purchase } = part(choice, "purchase.", source);
  return {
    ...file,
    purchase: { ...purchase, ...(member === undefined ? {} : { member: { [choice.memberBy]: member } }) },
    line: part(choice, "line.", source),
  };
}

function part(choice: ColumnChoice, prefix: string, source: (field: ColumnField) => unknown): Mapping {
  const fields = fieldsOf[choice.kind].filter((field) => field.startsWith(prefix));
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = source(field);
      return value === undefined ? [] : [[field.slice(prefix.length), value]];
    }),
  );
}

function sourceOf(choice: ColumnChoice, field: ColumnField): unknown {
  const column = choice.columns[field];
  if (field === "line.productType") return typeSource(choice, column);
  if (!column) return undefined;
  const format = choice.formats[field];
  return format && isDated(field) ? { column, format } : column;
}

function typeSource({ types, otherType }: ColumnChoice, column: string | undefined): unknown {
  if (!column) return otherType ? { constant: otherType } : undefined;
  const values = Object.fromEntries(Object.entries(types).filter(([, key]) => key !== ""));
  const said = Object.keys(values).length > 0;
  if (!said && !otherType) return column;
  return { column, ...(said ? { values } : {}), ...(otherType ? { otherwise: otherType } : {}) };
}

/** The form that says a mapping; null when the mapping says more than a form can show. */
export function choiceOf(kind: ColumnChoice["kind"], mapping: Mapping): ColumnChoice | null {
  const choice = emptyChoice(kind);
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  choice.encoding = text(mapping.encoding);
  choice.delimiter = text(mapping.delimiter);
  choice.decimal = mapping.decimal === "," ? "," : ".";
  for (const field of fieldsOf[kind]) {
    const [group = "", name = ""] = field.split(".");
    readField(choice, field, valueAt(mapping[group], name));
  }
  return isSame(mappingOf(choice), mapping) ? choice : null;
}

function readField(choice: ColumnChoice, field: ColumnField, value: unknown): void {
  if (field === "purchase.member") {
    const by = memberWays.find((way) => valueAt(value, way) !== undefined);
    if (by) choice.memberBy = by;
    take(choice, field, by && valueAt(value, by));
  } else if (field === "member.name" && Array.isArray(value)) {
    take(choice, "member.name", value[0]);
    take(choice, "member.surname", value[1]);
  } else if (field !== "member.surname") take(choice, field, value);
}

function take(choice: ColumnChoice, field: ColumnField, value: unknown): void {
  const column = typeof value === "string" ? value : valueAt(value, "column");
  if (typeof column === "string") choice.columns[field] = column;
  const format = valueAt(value, "format");
  if (typeof format === "string") choice.formats[field] = format;
  if (field !== "line.productType") return;
  const other = valueAt(value, "otherwise") ?? valueAt(value, "constant");
  if (typeof other === "string") choice.otherType = other;
  const values = valueAt(value, "values");
  if (typeof values === "object" && values !== null)
    choice.types = Object.fromEntries(Object.entries(values).map(([key, meant]) => [key, String(meant)]));
}

const valueAt = (value: unknown, key: string): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value) && Object.hasOwn(value, key)
    ? (value as Mapping)[key]
    : undefined;

/** Whether two mappings say the same, whatever the order of their keys. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => !isEmpty(inner));
  return Object.fromEntries(
    entries.sort(([a], [b]) => a.localeCompare(b)).map(([key, one]) => [key, sorted(one)]),
  );
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || (typeof value === "object" && value !== null && Object.keys(value).length === 0);
