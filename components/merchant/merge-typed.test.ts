import { expect, test } from "vitest";
import { isSame, mergeTyped } from "./merge-typed";

const shop = { name: "Han Kahve", colour: "#1C6249", undo: "15" };

test("a name typed while somebody else chose plum: the name as typed, the colour plum", () => {
  const typed = { ...shop, name: "Han" };
  expect(mergeTyped(shop, typed, { ...shop, colour: "#7A3766" })).toEqual({
    name: "Han",
    colour: "#7A3766",
    undo: "15",
  });
});

test("15 minutes, typed over as 20 and saved elsewhere as 30: 30 stands", () => {
  expect(mergeTyped(shop, { ...shop, undo: "20", name: "Han" }, { ...shop, undo: "30" })).toEqual({
    ...shop,
    name: "Han",
    undo: "30",
  });
});

test("nothing saved meanwhile: all as typed; nothing typed: all as it is now", () => {
  const typed = { ...shop, name: "Han" };
  expect(mergeTyped(shop, typed, shop)).toEqual(typed);
  expect(mergeTyped(shop, shop, typed)).toEqual(typed);
});

const row = (no: number, sku: string | undefined, price: string) => ({
  no,
  ...(sku && { sku }),
  name: sku ?? "",
  price,
});
const list = [row(0, "latte", "80"), row(1, "tea", "30"), row(2, "cake", "90")];

test("tea at 35 and a new line, while latte was saved at 85 and water added: all four prices, and each line the number that it was typed in under", () => {
  const typed = [row(0, "latte", "80"), row(1, "tea", "35"), row(2, "cake", "90"), row(3, undefined, "120")];
  const now = [row(0, "latte", "85"), row(1, "tea", "30"), row(2, "cake", "90"), row(3, "water", "10")];
  expect(mergeTyped(list, typed, now)).toEqual([
    row(0, "latte", "85"),
    row(1, "tea", "35"),
    row(2, "cake", "90"),
    row(4, "water", "10"),
    row(3, undefined, "120"),
  ]);
});

test("a new line whose saving was never answered, and which stands saved as water by now: it is there once", () => {
  const added = { no: 3, name: "water ", price: "10" };
  const saved = [...list, row(3, "water", "10.00")];
  expect(mergeTyped(list, [...list, added], saved)).toEqual(saved);
});

test("cake and tea taken away here, cake saved elsewhere at 95: cake stays, tea goes", () => {
  const now = [row(0, "latte", "80"), row(1, "tea", "30"), row(2, "cake", "95")];
  expect(mergeTyped(list, [row(0, "latte", "80")], now)).toEqual([
    row(0, "latte", "80"),
    row(1, "cake", "95"),
  ]);
});

test("tea put first here and made 35, while it was taken away elsewhere: it is gone", () => {
  const typed = [row(1, "tea", "35"), row(0, "latte", "80"), row(2, "cake", "90")];
  const now = [row(0, "latte", "80"), row(1, "cake", "90")];
  expect(mergeTyped(list, typed, now)).toEqual([row(0, "latte", "80"), row(2, "cake", "90")]);
});

test("put in another order here while prices changed elsewhere: the order from here, the prices from there", () => {
  const typed = [row(2, "cake", "90"), row(0, "latte", "80"), row(1, "tea", "30")];
  const now = [row(0, "latte", "85"), row(1, "tea", "30"), row(2, "cake", "90")];
  expect(mergeTyped(list, typed, now)).toEqual([
    row(2, "cake", "90"),
    row(0, "latte", "85"),
    row(1, "tea", "30"),
  ]);
});

test("lines that nothing tells apart, 100 typed over as 120 and 200 by now: one line as it is now, not both", () => {
  const basket = (amount: string, channel: string) => ({
    lines: [{ no: 1, productType: "coffee", amount }],
    channel,
  });
  const [from, now] = [basket("100", "store"), basket("200", "store")];
  expect(mergeTyped(from, basket("120", "online"), now)).toEqual(basket("200", "online"));
  expect(mergeTyped(from, basket("100", "online"), now)).toEqual(basket("200", "online"));
});

test("the same lines under other numbers are the same", () => {
  const others = list.map((line) => ({ ...line, no: line.no + 7 }));
  expect(isSame(list, others)).toBe(true);
});

test("what is typed under constructor is kept, and taken out again, like what is typed under any other name", () => {
  const [none, five]: Record<string, string>[] = [{}, { constructor: "5" }];
  expect(mergeTyped(none, five, { gold: "7" })).toEqual({ constructor: "5", gold: "7" });
  expect(mergeTyped({ ...five, gold: "7" }, { gold: "8" }, { ...five, gold: "7", silver: "1" })).toEqual({
    gold: "8",
    silver: "1",
  });
});
