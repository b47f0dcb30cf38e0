import { expect, test } from "vitest";
import { columnWords } from "./column-words";

test("what no column says is called by what it is; a column is called as the file calls it", () => {
  expect(columnWords("line.productType", "tr")).toBe("ürün türü");
  expect(columnWords("lines.0.productType", "tr")).toBe("ürün türü");
  expect(columnWords("purchase.member.email", "tr")).toBe("üye");
  expect(columnWords("member.tags.1", "en")).toBe("tags");
  expect(columnWords("Ürün Grubu", "en")).toBe("Ürün Grubu");
  expect(columnWords("customers.email", "tr")).toBe("customers.email");
  expect(columnWords("", "tr")).toBe("");
});
