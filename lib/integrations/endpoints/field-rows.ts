import { type JsonSchema, resolve } from "./json-schema";

export interface FieldRow {
  /** `lines[].amount` */
  path: string;
  /** The last part of it, and how deep it stands. */
  name: string;
  depth: number;
  type: string;
  required: boolean;
  description: string;
}

type Named = Record<string, JsonSchema>;

/** The fields of an object in the order of its schema, those of inner objects below the field that holds them. */
export function fieldRows(schema: JsonSchema, named: Named, above = "", depth = 0): FieldRow[] {
  const whole = resolve(schema, named);
  return Object.entries(whole.properties ?? {}).flatMap(([name, property]) => {
    const field = resolve(property, named);
    const path = above + name;
    const row: FieldRow = {
      path,
      name,
      depth,
      type: typeWords(field, named),
      required: whole.required?.includes(name) ?? false,
      description: field.description ?? "",
    };
    return [row, ...innerRows(field, named, path, depth + 1)];
  });
}

function innerRows(field: JsonSchema, named: Named, path: string, depth: number): FieldRow[] {
  if (field.items) return innerRows(resolve(field.items, named), named, `${path}[]`, depth) ?? [];
  const alternatives = [...(field.anyOf ?? []), ...(field.oneOf ?? [])].map((one) => resolve(one, named));
  if (alternatives.length > 0) {
    const rows = alternatives.flatMap((one) => innerRows(one, named, path, depth));
    // Of one of several kinds, no field of its own is required.
    return distinct(isChoice(alternatives) ? rows.map((row) => ({ ...row, required: false })) : rows);
  }
  return fieldRows(field, named, `${path}.`, depth);
}

const isChoice = (alternatives: JsonSchema[]): boolean =>
  alternatives.filter((one) => one.properties).length > 1;

/** A field that several alternatives have is listed once, with every one of its types. */
function distinct(rows: FieldRow[]): FieldRow[] {
  const byPath = new Map<string, FieldRow>();
  for (const row of rows) {
    const known = byPath.get(row.path);
    if (!known) byPath.set(row.path, row);
    else if (known.type !== row.type)
      byPath.set(row.path, { ...known, type: `${known.type} or ${row.type}`, description: join(known, row) });
  }
  return [...byPath.values()];
}

const join = (one: FieldRow, other: FieldRow): string =>
  one.description === other.description ? one.description : `${one.description} ${other.description}`;

const formats: Record<string, string> = {
  uuid: "id",
  date: "day",
  "date-time": "instant",
  email: "e-mail address",
};

/** A schema's type as it is said in a sentence: "text, at most 200 characters". */
export function typeWords(schema: JsonSchema, named: Named): string {
  const alternatives = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].map((one) => resolve(one, named));
  if (alternatives.length > 0)
    return [...new Set(alternatives.map((one) => typeWords(one, named)))].join(" or ");
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" or ");
  const kinds = [schema.type ?? []].flat().map((type) => kindWords(type, schema, named));
  return [
    kinds.join(" or "),
    ...(schema.default === undefined ? [] : [`otherwise ${defaultWords(schema.default)}`]),
  ].join(", ");
}

function kindWords(type: string, schema: JsonSchema, named: Named): string {
  switch (type) {
    case "string":
      return schema.format
        ? (formats[schema.format] ?? schema.format)
        : `text${range(schema.minLength === 1 ? undefined : schema.minLength, schema.maxLength, " characters")}`;
    case "integer":
      return `whole number${range(schema.minimum, schema.maximum)}`;
    case "number":
      return `number${range(schema.minimum, schema.maximum)}`;
    case "boolean":
      return "true or false";
    case "array":
      return `list of ${listed(typeWords(resolve(schema.items ?? {}, named), named))}${range(undefined, schema.maxItems)}`;
    case "object":
      return "object";
    default:
      return type;
  }
}

const count = new Intl.NumberFormat("en");

function range(least: number | undefined, most: number | undefined, unit = ""): string {
  if (least !== undefined && least === most) return `, ${count.format(least)}${unit}`;
  if (least !== undefined && most !== undefined)
    return `, ${count.format(least)} to ${count.format(most)}${unit}`;
  if (most !== undefined) return `, at most ${count.format(most)}${unit}`;
  return least === undefined ? "" : `, at least ${count.format(least)}${unit}`;
}

const defaultWords = (value: unknown): string =>
  Array.isArray(value) && value.length === 0
    ? "none"
    : typeof value === "object"
      ? "as its fields say"
      : JSON.stringify(value);

const plurals: Record<string, string> = { object: "objects", id: "ids" };
const listed = (one: string): string => plurals[one] ?? (one || "anything");
