import { expect, test } from "vitest";
import type { StoryKind } from "../schemas";
import { gatherStory, type Moment, type ReadKind } from "./story";

const moment = (hour: number, id = `${hour}`, told = true): Moment => ({
  at: new Date(Date.UTC(2026, 2, 10, hour)).toISOString(),
  id,
  by: null,
  event: told ? { kind: "joined", via: id } : null,
});
const read = (kind: StoryKind, moments: Moment[], more = false): ReadKind => ({ kind, moments, more });
const hours = (gathered: ReturnType<typeof gatherStory>) => gathered.told.map(({ id }) => id);

test("two kinds are one list, newest first; when both are at their end so is the story", () => {
  const story = gatherStory([read("note", [moment(9), moment(7)]), read("mail", [moment(8)])], 10);
  expect(hours(story)).toEqual(["9", "8", "7"]);
  expect(story.last).toBeNull();
});

test("of what happened in the same millisecond the later kind is the newer, and within a kind the order that it was read in", () => {
  const story = gatherStory(
    [
      read("purchase", [moment(9, "b"), moment(9, "a")]),
      read("tier", [moment(9, "tier")]),
      read("joined", [moment(9, "joined")]),
    ],
    10,
  );
  expect(hours(story)).toEqual(["tier", "b", "a", "joined"]);
});

test("more purchases than were read, the oldest at 8: what happened at 7 is not told yet, as a purchase may lie between", () => {
  const story = gatherStory(
    [read("purchase", [moment(10), moment(8)], true), read("note", [moment(9), moment(7)])],
    10,
  );
  expect(hours(story)).toEqual(["10", "9", "8"]);
  expect(story.last).toMatchObject({ kind: "purchase", id: "8" });
});

test("three of four fit: the place is the third; exactly four: the story is over", () => {
  const four = [read("note", [moment(9), moment(8), moment(7), moment(6)])];
  expect(gatherStory(four, 3)).toMatchObject({ last: { id: "7" } });
  expect(hours(gatherStory(four, 3))).toHaveLength(3);
  expect(gatherStory(four, 4).last).toBeNull();
});

test("what another kind tells is passed over, and the place is behind it all the same", () => {
  const story = gatherStory([read("points", [moment(9, "9", false), moment(8, "8", false)], true)], 10);
  expect(hours(story)).toEqual([]);
  expect(story.last).toMatchObject({ id: "8" });
});
