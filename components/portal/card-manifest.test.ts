import { expect, test } from "vitest";
import { cardManifest } from "./card-manifest";

const shop = { slug: "kose", name: "Köşe Kahve ve Tatlı", colour: "#1C6249", locale: "tr" };

test("the app of Köşe begins in its scope, and the cards of Köşe Kahve, whose word begins alike, are not in it", () => {
  const { scope, start_url: start, icons } = cardManifest(shop, "");
  // As a browser decides it: by the beginning of the path.
  const isWithin = (path: string) => path.startsWith(scope);
  expect(isWithin(start)).toBe(true);
  expect(icons.map(({ src }) => src).filter((src) => !isWithin(src))).toEqual([]);
  expect(isWithin("/c/kose/rewards")).toBe(true);
  expect(isWithin("/c/kose-kahve")).toBe(false);
});

test("what is installed already is the same app as before, and its short name is at most 14 letters", () => {
  expect(cardManifest(shop, "")).toMatchObject({ id: "/c/kose", short_name: "Köşe Kahve ve" });
});
