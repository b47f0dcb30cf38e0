import { expect, test } from "vitest";
import { addLine, emptyBasket } from "./basket";
import { keepEnrolment, keepOnTill, keptEnrolment, keptOnTill } from "./till-memory";

function storage(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
    key: () => null,
    get length() {
      return kept.size;
    },
  };
}

const basket = addLine(emptyBasket("till-1"), { productType: "coffee", each: 16_000 });

test("a member and a coffee are there after a reload, of this shop and no other", () => {
  const tab = storage();
  keepOnTill(tab, "kose-kahve", { who: { id: "ada" }, basket });
  expect(keptOnTill(tab, "kose-kahve")).toEqual({ who: { id: "ada" }, basket });
  expect(keptOnTill(tab, "han-kahve")).toBeNull();
});

test("an empty till keeps nothing, and neither does one that is sending", () => {
  const tab = storage();
  keepOnTill(tab, "kose-kahve", { who: null, basket: emptyBasket("") });
  expect(tab.length).toBe(0);
  keepOnTill(tab, "kose-kahve", { who: { id: "ada" }, basket });
  keepOnTill(tab, "kose-kahve", null);
  expect(tab.length).toBe(0);
});

test("whoever is being enrolled is there after a reload, until that is done or given up", () => {
  const tab = storage();
  keepEnrolment(tab, "kose-kahve", { name: "Derya Öz" });
  expect(keptEnrolment(tab, "kose-kahve")).toEqual({ name: "Derya Öz" });
  expect(keptEnrolment(tab, "han-kahve")).toBeNull();
  keepEnrolment(tab, "kose-kahve", null);
  expect(tab.length).toBe(0);
  tab.setItem("regulars-enrolment-kose-kahve", "{");
  expect(keptEnrolment(tab, "kose-kahve")).toBeNull();
});

test("what cannot be read is as good as nothing", () => {
  const tab = storage();
  for (const text of ["{", "7", '{"basket":{}}', '{"who":null}']) {
    tab.setItem("regulars-till-kose-kahve", text);
    expect(keptOnTill(tab, "kose-kahve"), text).toBeNull();
  }
});
