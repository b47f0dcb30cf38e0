import { expect, test } from "vitest";
import { columnWords } from "./column-words";

test("what no column says is called by what it is", () => {
  expect(columnWords("tr")("line.productType")).toBe("ürün türü");
  expect(columnWords("tr")("lines.0.productType")).toBe("ürün türü");
  expect(columnWords("tr")("purchase.member.email")).toBe("üye");
  expect(columnWords("en")("member.tags.1")).toBe("tags");
  expect(columnWords("tr")("")).toBe("");
});
