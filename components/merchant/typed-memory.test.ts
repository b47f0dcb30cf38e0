import { expect, test } from "vitest";
import { forgetTyped, keepTyped, keptTyped } from "./typed-memory";

function storage(room = Number.POSITIVE_INFINITY): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => {
      if (value.length > room) throw new DOMException("no room", "QuotaExceededError");
      kept.set(key, value);
    },
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
    key: () => null,
    get length() {
      return kept.size;
    },
  };
}

const first = { name: "Every ten", points: "1", weekdays: [] as number[] };
const typed = { ...first, points: "2", weekdays: [1] };

test("2 points on Mondays are there again in the form that they were typed into, and in no other", () => {
  const tab = storage();
  keepTyped(tab, "rule base", first, typed);
  expect(keptTyped(tab, "rule base", first)).toEqual({ typed, back: "typed" });
  expect(keptTyped(tab, "rule bonus", first)).toBeNull();
});

test("2 points on Mondays, typed for a rule that gives 3 by now: the Mondays are there again, the 3 stays", () => {
  const tab = storage();
  keepTyped(tab, "rule base", first, typed);
  expect(keptTyped(tab, "rule base", { ...first, points: "3" })).toEqual({
    typed: { ...first, points: "3", weekdays: [1] },
    back: "merged",
  });
});

test("2 points, typed for a rule that gives 3 by now: 3, and that it was changed; one that gives 2 by now has nothing to say", () => {
  const tab = storage();
  keepTyped(tab, "rule base", first, { ...first, points: "2" });
  const now = { ...first, points: "3" };
  expect(keptTyped(tab, "rule base", now)).toEqual({ typed: now, back: "replaced" });
  expect(keptTyped(tab, "rule base", { ...first, points: "2" })).toBeNull();
});

test("a form that says again what it said at first, and one that was sent, leave nothing behind", () => {
  const tab = storage();
  keepTyped(tab, "rule base", first, typed);
  keepTyped(tab, "rule base", first, { ...first });
  expect(tab.length).toBe(0);
  keepTyped(tab, "rule base", first, typed);
  forgetTyped(tab, "rule base");
  expect(tab.length).toBe(0);
});

test("a tab without room keeps nothing and breaks nothing; what is no such thing is none", () => {
  const full = storage(10);
  keepTyped(full, "rule base", first, typed);
  expect(keptTyped(full, "rule base", first)).toBeNull();
  const tab = storage();
  for (const text of ["{", "7", "[]"]) {
    tab.setItem("rule base", text);
    expect(keptTyped(tab, "rule base", first)).toBeNull();
  }
});
