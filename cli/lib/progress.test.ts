import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { count, counted, progressLine } from "./progress";

function written(isTTY: boolean): string {
  const stream = Object.assign(new PassThrough(), { isTTY });
  const line = progressLine(stream as unknown as NodeJS.WriteStream);
  line.show("Reading: 1,000 rows");
  line.end();
  return String(stream.read() ?? "");
}

test("progress is one line that is wiped at the end, on a terminal; a log or a pipe gets none of it", () => {
  expect(written(true)).toBe("\r\x1b[2KReading: 1,000 rows\r\x1b[2K");
  expect(written(false)).toBe("");
});

test("47243 purchases are 47,243, one is a purchase", () => {
  expect([count(47_243), counted(47_243, "purchase"), counted(1, "purchase")]).toEqual([
    "47,243",
    "47,243 purchases",
    "1 purchase",
  ]);
});
