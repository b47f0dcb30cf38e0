import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type ColumnChoice,
  choiceOf,
  emptyChoice,
  fieldsOf,
  isDated,
  mappingOf,
  memberWays,
} from "./column-choice";

test("a receipt, a card, a German time and two product types become the mapping that the command line takes", () => {
  const choice: ColumnChoice = {
    ...emptyChoice("purchases"),
    decimal: ",",
    columns: {
      "purchase.externalId": "Fiş",
      "purchase.member": "Kart",
      "purchase.occurredAt": "Tarih",
      "line.amount": "Tutar",
      "line.productType": "Grup",
    },
    formats: { "purchase.occurredAt": "DD.MM.YYYY HH:mm" },
    memberBy: "card",
    types: { Kahve: "coffee", Çay: "" },
    otherType: "other",
  };
  expect(mappingOf(choice)).toEqual({
    decimal: ",",
    purchase: {
      externalId: "Fiş",
      occurredAt: { column: "Tarih", format: "DD.MM.YYYY HH:mm" },
      member: { card: "Kart" },
    },
    line: {
      amount: "Tutar",
      productType: { column: "Grup", values: { Kahve: "coffee" }, otherwise: "other" },
    },
  });
});

test("first and last name in two columns are one name", () => {
  const columns = { "member.name": "Ad", "member.surname": "Soyad", "member.email": "Mail" };
  expect(mappingOf({ ...emptyChoice("members"), columns })).toEqual({
    member: { name: ["Ad", "Soyad"], email: "Mail" },
  });
});

test("a mapping that joins files, keeps attributes or adds up columns says more than the form: it is left as it is", () => {
  const purchase = { externalId: "no", member: { card: "card" }, occurredAt: "at" };
  expect(choiceOf("purchases", { purchase, line: { amount: ["a", "b"], productType: "t" } })).toBeNull();
  expect(
    choiceOf("purchases", { purchase, line: { amount: "a" }, files: { p: { file: "p.csv", key: "k" } } }),
  ).toBeNull();
  expect(choiceOf("members", { member: { email: "mail", attributes: { town: "town" } } })).toBeNull();
});

const column = fc.string({ minLength: 1, maxLength: 12 });

/** A choice as the form can make it: formats only for days and times that have a column. */
function arbitraryChoice(kind: ColumnChoice["kind"]) {
  const fields = fieldsOf[kind];
  return fc
    .record({
      columns: fc.dictionary(fc.constantFrom(...fields), column),
      format: fc.constantFrom("", "DD.MM.YYYY"),
      memberBy: fc.constantFrom(...memberWays),
      types: fc.dictionary(column, column),
      otherType: fc.constantFrom("", "other"),
      decimal: fc.constantFrom("." as const, "," as const),
    })
    .map(({ columns, format, memberBy, types, otherType, decimal }): ColumnChoice => {
      const dated = fields.filter((field) => isDated(field) && columns[field] && format);
      if (columns["member.surname"] && !columns["member.name"]) delete columns["member.surname"];
      const typed = kind === "purchases" && columns["line.productType"] !== undefined;
      return {
        ...emptyChoice(kind),
        columns,
        formats: Object.fromEntries(dated.map((field) => [field, format])),
        memberBy: columns["purchase.member"] ? memberBy : "externalId",
        types: typed ? types : {},
        otherType: kind === "purchases" ? otherType : "",
        decimal,
      };
    });
}

test.each(["purchases", "members"] as const)(
  "the form of %s that is made of a mapping says that mapping",
  (kind) => {
    fc.assert(
      fc.property(arbitraryChoice(kind), (choice) => {
        expect(choiceOf(kind, mappingOf(choice))).toEqual(choice);
      }),
    );
  },
);
