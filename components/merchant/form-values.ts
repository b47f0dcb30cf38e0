/** What stands in the fields of a form, by name: text, or whether a box is ticked. */
type Values = Record<string, string | boolean>;

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Neither secrets, nor files, nor what nobody typed. */
const isTyped = (element: Element): element is Field =>
  (element instanceof HTMLInputElement && !["hidden", "password", "file"].includes(element.type)) ||
  element instanceof HTMLSelectElement ||
  element instanceof HTMLTextAreaElement;

const fieldsOf = (form: HTMLFormElement): Field[] =>
  [...form.elements].filter(isTyped).filter((field) => field.name !== "");

export const typedValues = (form: HTMLFormElement): Values =>
  Object.fromEntries(
    fieldsOf(form)
      .filter((field) => field.type !== "radio" || ("checked" in field && field.checked))
      .map((field) => [field.name, isBox(field) ? field.checked : field.value]),
  );

/** As the form was drawn. */
export const firstValues = (form: HTMLFormElement): Values =>
  Object.fromEntries(
    fieldsOf(form)
      .filter((field) => field.type !== "radio" || ("defaultChecked" in field && field.defaultChecked))
      .map((field) => [field.name, firstValue(field)]),
  );

/** A field that says it already is left as it is: once set, it no longer follows what the page brings. */
export function fillFields(form: HTMLFormElement, values: Values): void {
  for (const field of fieldsOf(form)) {
    const value = values[field.name];
    if (isBox(field)) field.checked = value === true;
    else if (field instanceof HTMLInputElement && field.type === "radio")
      field.checked = value === field.value;
    else if (typeof value === "string" && field.value !== value) field.value = value;
  }
}

function firstValue(field: Field): string | boolean {
  if (isBox(field)) return field.defaultChecked;
  if (!(field instanceof HTMLSelectElement)) return field.defaultValue;
  const first = [...field.options].find((option) => option.defaultSelected) ?? field.options[0];
  return first?.value ?? "";
}

const isBox = (field: Field): field is HTMLInputElement =>
  field instanceof HTMLInputElement && field.type === "checkbox";
