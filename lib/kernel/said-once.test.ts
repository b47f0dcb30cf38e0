import { expect, test } from "vitest";
import { saying, withoutSaying } from "./said-once";

test("what an address says of a gift that was given is gone from it later, and its place in the page is not", () => {
  const said = new URL(saying("https://shop.example/c/kose/gifts", "given", "a b"));
  expect(said.search).toBe("?given=a%20b");
  said.searchParams.set("gift", "7");
  expect(String(withoutSaying(said.searchParams))).toBe("gift=7");
  expect(saying("/c/kose/profile", "saved")).toBe("/c/kose/profile?saved");
});
