import { expect, test } from "vitest";
import { slugFault, slugFromName } from "./slug";

test.each(["kose-kahve", "a1", "7-on-the-corner", "x".repeat(40)])("%s can stand in an address", (slug) =>
  expect(slugFault(slug)).toBeNull(),
);

test.each(["", "a", "-a", "a-", "a--b", "Köşe", "KAHVE", "a b", "a/b", "../m", "x".repeat(41), "a.b"])(
  "%j cannot",
  (slug) => expect(slugFault(slug)).toBe("slug.shape"),
);

test.each(["api", "sign-in", "setup", "docs"])("%s is ours", (slug) =>
  expect(slugFault(slug)).toBe("slug.reserved"),
);

test.each([
  ["Köşe Kahve & Çay", "kose-kahve-cay"],
  ["IŞIK İnci", "isik-inci"],
  ["  Straße 9! ", "strasse-9"],
  ["珈琲", ""],
  [`${"a".repeat(39)} b`, "a".repeat(39)],
])("the shop %j is %j in addresses", (name, slug) => expect(slugFromName(name)).toBe(slug));
