import { expect, test } from "vitest";
import { formatOf, guessMapping, seemsToHold } from "./guess-mapping";

test("a Turkish till's export: its columns are found by their words, its times and commas by what stands in them", () => {
  const sample = {
    header: ["Fiş No", "Tarih", "Kart No", "Ürün Grubu", "Ürün Adı", "Adet", "Tutar", "KDV", "Kasiyer"],
    rows: [
      ["1001", "30.11.2026 14:05", "2378 4471", "Kahve", "Flat white", "1", "145,00", "13,18", "Ece"],
      ["1002", "01.12.2026 08:40", "2378 4471", "Yiyecek", "Börek", "2", "1.240,5", "", "Ece"],
    ],
  };
  expect(guessMapping("purchases", sample)).toEqual({
    decimal: ",",
    purchase: {
      externalId: "Fiş No",
      member: { card: "Kart No" },
      occurredAt: { column: "Tarih", format: "DD.MM.YYYY HH:mm" },
    },
    line: { productType: "Ürün Grubu", name: "Ürün Adı", quantity: "Adet", amount: "Tutar", tax: "KDV" },
  });
});

test("people by first and last name, with a birthday", () => {
  const sample = {
    header: ["first_name", "Last Name", "E-mail", "DOB"],
    rows: [["Ada", "Taş", "a@b.c", "31/01/1990"]],
  };
  expect(guessMapping("members", sample)).toEqual({
    member: {
      name: ["first_name", "Last Name"],
      email: "E-mail",
      birthday: { column: "DOB", format: "DD/MM/YYYY" },
    },
  });
});

test("an amount tells a file of purchases from a list of people", () => {
  expect(seemsToHold(["name", "email", "total"])).toBe("purchases");
  expect(seemsToHold(["Ad", "Soyad", "E-posta"])).toBe("members");
  expect(seemsToHold(["a", "b"])).toBe("purchases");
});

test("a format is taken only when it reads every value: 13/01 is no month", () => {
  expect(formatOf(["01/02/2026", "13/01/2026"])).toBe("DD/MM/YYYY");
  expect(formatOf(["01/02/2026", "01/13/2026"])).toBe("MM/DD/YYYY");
  expect(formatOf(["2026-11-30 14:05"])).toBe("");
  expect(formatOf(["yesterday"])).toBe("");
});
