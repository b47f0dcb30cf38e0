import { expect, test } from "vitest";
import { namePoints } from "./points-name";

const beans = { one: "bean", other: "beans" };
const plain = (points: number) => (points === 1 ? "point" : "points");

test("a shop that gives beans: 1 bean, 58 beans, 1,284 beans, and at the start of a sentence Beans", () => {
  const name = namePoints(beans, "en", plain);
  expect([1, 58, 1284].map((points) => name.count(points))).toEqual(["1 bean", "58 beans", "1,284 beans"]);
  expect([name.word(1), name.word(0), name.many, name.Many]).toEqual(["bean", "beans", "beans", "Beans"]);
});

test("without a word of its own it is the reader's language", () => {
  expect(namePoints(null, "en", plain).count(1)).toBe("1 point");
  const turkish = namePoints(null, "tr", () => "puan");
  expect([turkish.count(1284), turkish.Many]).toEqual(["1.284 puan", "Puan"]);
});

test("a dotted i at the start of a sentence keeps its dot in Turkish: inci, İnci", () => {
  expect(namePoints({ one: "inci", other: "inci" }, "tr", plain).Many).toBe("İnci");
});
