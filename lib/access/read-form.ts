import { typedNumber } from "@/lib/kernel/typed-number";

/**
 * How a form's text becomes a field of the input: an empty nullable one removes what was there, any other that is empty is
 * left out, so that a required one is refused as missing. A yes is a button's or a box's value "yes".
 */
export type FieldKind = "text" | "nullable" | "integer" | "secret" | "checkbox" | "yes";
export type FormFields = Record<string, FieldKind>;

/** A command's input from a form. What the form has besides `fields` does not count; figures are the reader's language's. */
export function readForm(form: FormData, fields: FormFields, locale: string): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const [name, kind] of Object.entries(fields)) {
    const value = readField(form, name, kind, locale);
    if (value !== undefined) input[name] = value;
  }
  return input;
}

function readField(form: FormData, name: string, kind: FieldKind, locale: string): unknown {
  if (kind === "checkbox") return form.get(name) !== null;
  if (kind === "yes") return form.get(name) === "yes";
  const given = form.get(name);
  if (typeof given !== "string") return undefined;
  // Spaces around a password are part of it.
  if (kind === "secret") return given;
  const text = given.trim();
  if (text === "") return kind === "nullable" ? null : undefined;
  // What is no number stays text, so that the schema names the field.
  return kind === "integer" ? (typedNumber(text, locale) ?? text) : text;
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

/**
 * The form without what is as it was shown: a field beside a hidden `was.<field>` that says the same. What somebody else
 * changed in the meantime, in another tab, then stays changed.
 */
export function onlyChanged(form: FormData): FormData {
  const changed = new FormData();
  for (const [name, value] of form)
    if (!name.startsWith("was.") && form.get(`was.${name}`) !== value) changed.append(name, value);
  return changed;
}
