import { describe, expect, test } from "vitest";
import { copyText } from "./copy-text";
import { readNumber } from "./read-number";
import { timeReader } from "./read-time";

const zone = "America/New_York";
const read = (text: string, format?: string) => {
  const time = timeReader(format, zone)?.(text) ?? null;
  return time === null ? null : new Date(time).toISOString();
};

describe("a time", () => {
  test.each([
    ["2017-01-28 14:06:53", undefined, "2017-01-28T19:06:53.000Z"],
    ["2017-07-28T14:06", undefined, "2017-07-28T18:06:00.000Z"],
    ["2017-07-28", undefined, "2017-07-28T04:00:00.000Z"],
    ["2017-07-28T14:06:00Z", undefined, "2017-07-28T14:06:00.000Z"],
    ["2017-07-28 14:06:00+03:00", undefined, "2017-07-28T11:06:00.000Z"],
    ["28.7.2017 9:06", "D.M.YYYY H:mm", "2017-07-28T13:06:00.000Z"],
    ["07/28/2017", "MM/DD/YYYY", "2017-07-28T04:00:00.000Z"],
    ["1501250760", "unix", "2017-07-28T14:06:00.000Z"],
    ["1501250760000", "unixMilliseconds", "2017-07-28T14:06:00.000Z"],
  ])("%s as %s is %s", (text, format, instant) => {
    expect(read(text, format)).toBe(instant);
  });

  test("that the clock shows twice is the first, one that it skips is an hour later", () => {
    expect(read("2017-11-05 01:30")).toBe("2017-11-05T05:30:00.000Z");
    expect(read("2017-03-12 02:30")).toBe("2017-03-12T07:30:00.000Z");
  });

  test.each([
    "2017-02-29 10:00",
    "2017-13-01",
    "2017-01-01 24:00",
    "yesterday",
    "",
    "2017-01-01 10:00 and more",
  ])("%j is none", (text) => expect(read(text)).toBeNull());

  test("a format without a date, or with the same part twice, is none", () => {
    expect(timeReader("HH:mm", zone)).toBeNull();
    expect(timeReader("YYYY-YYYY-MM-DD", zone)).toBeNull();
  });
});

describe("a number", () => {
  test.each([
    ["3.86", 2, ".", 386],
    ["1", 2, ".", 100],
    ["1.115", 2, ".", 112],
    ["1.1149999", 2, ".", 111],
    ["4.440892e-16", 2, ".", 0],
    ["1.5e3", 2, ".", 150_000],
    ["1,5E2", 2, ",", 15_000],
    ["1.234,50", 2, ",", 123_450],
    ["-3.86", 2, ".", -386],
    ["0.125", 3, ".", 125],
  ] as const)("%s with %i decimals is %s%i", (text, decimals, mark, expected) => {
    expect(readNumber(text, decimals, mark)).toBe(expected);
  });

  test.each(["", "abc", "1;3", "NaN", "Infinity", "1e999", "0x10", "99999999999999999999"])(
    "%j is none",
    (text) => {
      expect(readNumber(text, 2, ".")).toBeNull();
    },
  );
});

test("tabs, breaks and backslashes do not end a column of COPY", () => {
  expect(copyText(["a\tb", null, 1, "c\\d\ne\r"])).toBe("a\\tb\t\\N\t1\tc\\\\d\\ne\\r\n");
});
