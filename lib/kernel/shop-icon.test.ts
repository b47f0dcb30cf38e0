import { expect, test } from "vitest";
import { initialOutlines } from "./initial-outlines";
import { shopIconSvg } from "./shop-icon";

const pathOf = (name: string) =>
  / d="(M[^"]+)"\/><\/svg>/.exec(shopIconSvg({ name, colour: "#1C6249" }))?.[1];

test("Köşe Kahve begins with K, çay with Ç, 7 Gün with 7, “Han” with H", () => {
  expect(pathOf("Köşe Kahve")).toBe(initialOutlines.K?.path);
  expect(pathOf("çay")).toBe(initialOutlines.Ç?.path);
  expect(pathOf("7 Gün")).toBe(initialOutlines["7"]?.path);
  expect(pathOf("“Han”")).toBe(initialOutlines.H?.path);
});

test("a letter with an accent that the outlines lack is drawn without it: Ábel begins with A", () => {
  expect(pathOf("Ábel")).toBe(initialOutlines.A?.path);
});

test("a name in another script gets the sign without a letter, not a broken picture", () => {
  expect(pathOf("ラーメン")).toBeUndefined();
  expect(shopIconSvg({ name: "ラーメン", colour: "#1C6249" })).toContain("#17503C");
});
