import { expect, test } from "vitest";
import { movedInList } from "./moved-in-list";

test("the second of three goes up or down; the first has nowhere up, the last nowhere down", () => {
  const list = ["a", "b", "c"];
  expect(movedInList(list, 1, -1)).toEqual(["b", "a", "c"]);
  expect(movedInList(list, 1, 1)).toEqual(["a", "c", "b"]);
  expect(movedInList(list, 0, -1)).toEqual(list);
  expect(movedInList(list, 2, 1)).toEqual(list);
});
