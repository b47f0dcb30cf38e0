import { expect, test } from "vitest";
import { ownValue } from "./own-value";

test("a record has what was put into it, constructor included, and nothing that it inherits", () => {
  const chosen: Record<string, number> = { constructor: 1, store: 2 };
  expect([ownValue(chosen, "constructor"), ownValue(chosen, "store")]).toEqual([1, 2]);
  for (const name of ["toString", "__proto__", "hasOwnProperty"])
    expect(ownValue(chosen, name)).toBeUndefined();
});
