import { expect, test } from "vitest";
import { refundRequest } from "./refund-request";

const purchase = {
  left: 40_000,
  lines: [
    { id: "1", name: "Coffee", left: 16_000 },
    { id: "2", name: "Cake", left: 24_000 },
  ],
  currency: "TRY",
  locale: "en",
};

test("all that is left of 400.00 asks for no lines and no amount, so that points paid come back too", () => {
  expect(refundRequest({ how: "whole", amount: "", lines: {} }, purchase)).toEqual({
    ok: true,
    amount: 40_000,
    request: {},
  });
});

test("the cake whole and half the coffee: 240.00 and 80.00 are 320.00", () => {
  expect(refundRequest({ how: "lines", amount: "", lines: { "1": "80", "2": "240.00" } }, purchase)).toEqual({
    ok: true,
    amount: 32_000,
    request: {
      lines: [
        { id: "1", amount: 8_000 },
        { id: "2", amount: 24_000 },
      ],
    },
  });
});

test("160.01 of a line that has 160.00 left is refused by that line, nothing chosen by none", () => {
  expect(refundRequest({ how: "lines", amount: "", lines: { "1": "160.01" } }, purchase)).toEqual({
    ok: false,
    wrong: "line",
    lineId: "1",
  });
  expect(refundRequest({ how: "lines", amount: "", lines: {} }, purchase)).toEqual({
    ok: false,
    wrong: "line",
  });
});

test("an amount of 0, of more than is left, or of no number is refused", () => {
  for (const amount of ["0", "400.01", "all"]) {
    expect(refundRequest({ how: "amount", amount, lines: {} }, purchase)).toEqual({
      ok: false,
      wrong: "amount",
    });
  }
  expect(refundRequest({ how: "amount", amount: "12,50", lines: {} }, purchase)).toMatchObject({
    amount: 1_250,
  });
});
