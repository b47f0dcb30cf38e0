import { expect, test } from "vitest";
import { z } from "zod";
import { cursorOf, writeCursor } from "./cursor";

const place = z.string().regex(/^\d+$/).transform(Number);
const read = (text: string) => cursorOf("ledger", place).safeParse(text);

test("a cursor is read as what was written, and says nothing to anybody else", () => {
  const cursor = writeCursor("ledger", 118);
  expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/);
  expect(read(cursor).data).toBe(118);
});

test.each([
  ["another list's", writeCursor("members", 118)],
  ["a place that is none", writeCursor("ledger", "x")],
  ["no place", writeCursor("ledger", "")],
  ["nothing", ""],
  ["what is no base64", "%%%"],
  ["a number", "118"],
  ["a long one", "a".repeat(201)],
])("%s is refused", (_, cursor) => {
  expect(read(cursor).success).toBe(false);
});
