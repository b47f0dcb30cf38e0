import { expect, test } from "vitest";
import { readForm, typedValues } from "./read-form";

const form = (entries: [string, string][]): FormData => {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
};

test("an empty optional field is left out, an empty required one is sent to be refused", () => {
  expect(
    readForm(
      form([
        ["a", " "],
        ["b", ""],
      ]),
      { a: "text", b: "optional" },
    ),
  ).toEqual({ a: "" });
});

test("a whole number becomes one; what is none stays text for the schema to refuse", () => {
  const fields = { a: "integer", b: "integer", c: "optional-integer" } as const;
  expect(
    readForm(
      form([
        ["a", "-12"],
        ["b", "1e3"],
        ["c", ""],
      ]),
      fields,
    ),
  ).toEqual({ a: -12, b: "1e3" });
});

test("spaces around a password are part of it, around a name they are not", () => {
  const read = readForm(
    form([
      ["password", " ten chars "],
      ["name", " Ece "],
    ]),
    { password: "secret", name: "text" },
  );
  expect(read).toEqual({ password: " ten chars ", name: "Ece" });
});

test("fields that nobody asked for do not count", () => {
  expect(
    readForm(
      form([
        ["role", "owner"],
        ["name", "Ece"],
      ]),
      { name: "text" },
    ),
  ).toEqual({ name: "Ece" });
});

test("a box that is not ticked is false", () => {
  expect(readForm(form([["name", "Ece"]]), { on: "checkbox" })).toEqual({ on: false });
});

test("what was typed is kept, without passwords and without the framework's own fields", () => {
  const typed = typedValues(
    form([
      ["email", "a@b.c"],
      ["password", "secret"],
      ["ownerPassword", "s"],
      ["$ACTION_ID_1", ""],
    ]),
  );
  expect(typed).toEqual({ email: "a@b.c" });
});
