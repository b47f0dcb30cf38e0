import { createTranslator } from "use-intl/core";
import { expect, test } from "vitest";
import { countWord, withCountWords } from "./count-words";

test("counts up to ten are words, eleven and 1,284 are digits", () => {
  expect([0, 1, 3, 10, 11, 1284].map((count) => countWord(count, "en"))).toEqual([
    "no",
    "one",
    "three",
    "ten",
    "11",
    "1,284",
  ]);
  expect([2, 10, 1284].map((count) => countWord(count, "tr"))).toEqual(["iki", "on", "1.284"]);
});

test("a message says {count, words} inside a sentence and {count, Words} at its start, in its own language", () => {
  const say = (locale: "en" | "tr", count: number) => {
    const messages = { deep: { text: "{count, Words}, {count, words}" } };
    return createTranslator({ locale, messages: withCountWords(messages, locale) })("deep.text", { count });
  };
  expect([say("en", 4), say("en", 12), say("en", 1284)]).toEqual(["Four, four", "12, 12", "1,284, 1,284"]);
  expect([say("tr", 2), say("tr", 1284)]).toEqual(["İki, iki", "1.284, 1.284"]);
});

test("every other hole of a message is left as it was", () => {
  const text = "{points, plural, one {# point} other {# points}} for {name}";
  expect(withCountWords({ text }, "en")).toEqual({ text });
});
