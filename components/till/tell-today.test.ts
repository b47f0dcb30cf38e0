import { expect, test } from "vitest";
import { tellToday } from "./tell-today";

const zone = "Europe/Istanbul";
const nobody = { birthday: null, debt: 0, arriving: null, expiring: null };
const at = (text: string) => new Date(text);

test("on 20 November a birthday on the 22nd is told as in two days, one on the 28th is not told yet", () => {
  const now = at("2026-11-20T10:00:00Z");
  expect(tellToday({ ...nobody, birthday: "1990-11-22" }, now, zone, 30)).toEqual([
    { kind: "birthday", day: "2026-11-22", inDays: 2 },
  ]);
  expect(tellToday({ ...nobody, birthday: "1990-11-28" }, now, zone, 30)).toEqual([]);
});

test("on 30 December a birthday on 2 January is in three days, and one on 29 February is kept on the 28th in 2027", () => {
  expect(tellToday({ ...nobody, birthday: "1990-01-02" }, at("2026-12-30T10:00:00Z"), zone, 30)).toEqual([
    { kind: "birthday", day: "2027-01-02", inDays: 3 },
  ]);
  expect(tellToday({ ...nobody, birthday: "1992-02-29" }, at("2027-02-27T10:00:00Z"), zone, 30)).toEqual([
    { kind: "birthday", day: "2027-02-28", inDays: 1 },
  ]);
});

test("points that expire when 1 December begins in Istanbul can be spent until 30 November", () => {
  const expiring = { at: "2026-11-30T21:00:00Z", points: 120 };
  expect(tellToday({ ...nobody, expiring }, at("2026-11-20T10:00:00Z"), zone, 30)).toEqual([
    { kind: "expiring", points: 120, day: "2026-11-30" },
  ]);
});

test("points that expire in half a year are not told", () => {
  const expiring = { at: "2027-05-31T21:00:00Z", points: 120 };
  expect(tellToday({ ...nobody, expiring }, at("2026-11-20T10:00:00Z"), zone, 30)).toEqual([]);
});

test("points that expire in eleven days are told of where the program warns fourteen days before, and not where it warns a week before", () => {
  const expiring = { at: "2026-11-30T21:00:00Z", points: 120 };
  const told = (within: number) =>
    tellToday({ ...nobody, expiring }, at("2026-11-20T10:00:00Z"), zone, within).length;
  expect([told(14), told(7)]).toEqual([1, 0]);
});
