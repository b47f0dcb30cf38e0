import { expect, test } from "vitest";
import { phoneText, text } from "./fields";

test.each(["\u202e", "\u202d", "\u2066", "\u2069", "\u0000", "\ud800"])(
  "a name with %j in it is refused: it would turn or break what stands beside it",
  (sign) => {
    expect(text(40).safeParse(`Ada ${sign}Lovelace`).success).toBe(false);
  },
);

test("a name in any script, with an emoji or a joiner, is one", () => {
  for (const name of ["Ada Lovelace", "İpek Şahin", "محمد", "שרה\u200f", "👩\u200d🚀"])
    expect(text(40).parse(name)).toBe(name);
});

test("a number copied from a phone stands between marks of its direction: they are no part of it", () => {
  expect(phoneText().parse("\u202d0532 765 43 21\u202c ")).toBe("0532 765 43 21");
  expect(phoneText().safeParse("\u202d\u202c").success).toBe(false);
});
