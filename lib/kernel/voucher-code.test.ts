import { expect, test } from "vitest";
import { formatVoucherCode, isVoucherCode, newVoucherCode, normaliseVoucherCode } from "./voucher-code";

const codes = Array.from({ length: 500 }, newVoucherCode);

test("codes are twelve characters, begin with a letter, and no two of 500 are the same", () => {
  for (const code of codes) expect(code).toMatch(/^[B-Z][B-Z2-9]{11}$/);
  expect(codes.every(isVoucherCode)).toBe(true);
  expect(new Set(codes).size).toBe(500);
});

test("one wrong character, or two neighbours swapped, is no code", () => {
  for (const code of codes.slice(0, 50)) {
    for (let index = 0; index < code.length; index++) {
      const other = code.charAt(index) === "K" ? "M" : "K";
      expect(isVoucherCode(code.slice(0, index) + other + code.slice(index + 1))).toBe(false);
      const [a, b] = [code.charAt(index), code.charAt(index + 1)];
      if (b && a !== b)
        expect(isVoucherCode(code.slice(0, index) + b + a + code.slice(index + 2))).toBe(false);
    }
  }
});

test("spaces, dashes and small letters are the same code; it is shown in groups of four", () => {
  expect(normaliseVoucherCode(" kxpm-4t9b 7qhc ")).toBe("KXPM4T9B7QHC");
  expect(formatVoucherCode("KXPM4T9B7QHC")).toBe("KXPM 4T9B 7QHC");
});
