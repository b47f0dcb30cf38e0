/**
 * How a form's text becomes a field of the input: an empty optional field is left out, an empty nullable one removes what
 * was there, an empty required one is refused. A yes is a button's or a box's value "yes".
 */
export type FieldKind =
  | "text"
  | "optional"
  | "nullable"
  | "integer"
  | "optional-integer"
  | "secret"
  | "checkbox"
  | "yes";
export type FormFields = Record<string, FieldKind>;

/** A command's input from a form. What the form has besides `fields` does not count. */
export function readForm(form: FormData, fields: FormFields): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const [name, kind] of Object.entries(fields)) {
    const value = readField(form, name, kind);
    if (value !== undefined) input[name] = value;
  }
  return input;
}

function readField(form: FormData, name: string, kind: FieldKind): unknown {
  if (kind === "checkbox") return form.get(name) !== null;
  if (kind === "yes") return form.get(name) === "yes";
  const given = form.get(name);
  if (typeof given !== "string") return undefined;
  // Spaces around a password are part of it.
  if (kind === "secret") return given;
  const text = given.trim();
  if (text === "" && kind.startsWith("optional")) return undefined;
  if (text === "" && kind === "nullable") return null;
  // What is no whole number stays text, so that the schema names the field.
  return kind.endsWith("integer") && /^-?\d{1,15}$/.test(text) ? Number(text) : text;
}

/** What was typed, to draw the form again: text only, no passwords, and nothing of the framework's own. */
export function typedValues(form: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of form) {
    const kept = typeof value === "string" && !/password|token/i.test(name) && !name.startsWith("$");
    if (kept) values[name] = value.slice(0, 10_000);
  }
  return values;
}
