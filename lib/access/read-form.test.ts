import { expect, test } from "vitest";
import { onlyChanged, readForm, typedValues } from "./read-form";

const form = (entries: [string, string][]): FormData => {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
};

test("an empty field is left out, for the schema to say whether it is missing; an empty nullable one removes", () => {
  const typed = form([
    ["name", " "],
    ["points", ""],
    ["phone", ""],
  ]);
  expect(readForm(typed, { name: "text", points: "integer", phone: "nullable" }, "en")).toEqual({
    phone: null,
  });
});

test("what is typed as a number becomes one, grouped as the reader's language groups; what is none stays text", () => {
  const typed = form([
    ["a", "-12"],
    ["b", "1e3"],
    ["c", "1.000"],
    ["d", "1".repeat(20)],
  ]);
  const fields = { a: "integer", b: "integer", c: "integer", d: "integer" } as const;
  expect(readForm(typed, fields, "tr")).toEqual({ a: -12, b: "1e3", c: 1000, d: Number("1".repeat(20)) });
});

test("spaces around a password are part of it, around a name they are not", () => {
  const read = readForm(
    form([
      ["password", " ten chars "],
      ["name", " Ece "],
    ]),
    { password: "secret", name: "text" },
    "en",
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
      "en",
    ),
  ).toEqual({ name: "Ece" });
});

test("a box that is not ticked is false", () => {
  expect(readForm(form([["name", "Ece"]]), { on: "checkbox" }, "en")).toEqual({ on: false });
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

test("of a form that says what it was shown with, only what was changed counts; what was emptied was", () => {
  const typed = form([
    ["name", "Ada"],
    ["was.name", "Ada"],
    ["phone", ""],
    ["was.phone", "0532 765 43 21"],
    ["birthday", "1990-05-06"],
    ["was.birthday", ""],
    ["new", "1"],
  ]);
  expect([...onlyChanged(typed)]).toEqual([
    ["phone", ""],
    ["birthday", "1990-05-06"],
    ["new", "1"],
  ]);
});
