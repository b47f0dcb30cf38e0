import { expect, test } from "vitest";
import { localInstant, localText } from "./local-instant";

test("14:05 in Istanbul is 11:05 UTC, and back", () => {
  const instant = new Date("2026-11-20T11:05:00Z");
  expect(localInstant("2026-11-20T14:05", "Europe/Istanbul")).toEqual(instant);
  expect(localText(instant, "Europe/Istanbul")).toBe("2026-11-20T14:05");
});

test("in Berlin 2:30 on 29 March 2026 is skipped and means 3:30; on 25 October it comes twice and means the first", () => {
  expect(localInstant("2026-03-29T02:30", "Europe/Berlin")).toEqual(new Date("2026-03-29T01:30:00Z"));
  expect(localInstant("2026-10-25T02:30", "Europe/Berlin")).toEqual(new Date("2026-10-25T00:30:00Z"));
});
