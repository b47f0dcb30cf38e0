import { expect, test } from "vitest";
import { currentItem } from "./nav-item";

const insights = [
  { href: "/m/kose/insights", label: "Overview" },
  { href: "/m/kose/insights/retention", label: "Retention" },
];

test("a page deep inside a section belongs to the section, not to the overview above it", () => {
  expect(currentItem(insights, "/m/kose/insights/retention/2026-06")?.label).toBe("Retention");
  expect(currentItem(insights, "/m/kose/insights")?.label).toBe("Overview");
});

test("an area whose link leads to its first page holds every page `under` it", () => {
  const areas = [{ href: "/m/kose/program/rules", under: "/m/kose/program", label: "Program" }];
  expect(currentItem(areas, "/m/kose/program/tiers")?.label).toBe("Program");
});

test("an address that merely begins alike is another place: /members-import is not under /members", () => {
  expect(currentItem([{ href: "/members", label: "Members" }], "/members-import")).toBeUndefined();
});

test("an item with nothing under it is itself only: at a customer's evenings the card is not the present page", () => {
  const tabs = [
    { href: "/c/kose", under: null, label: "Card" },
    { href: "/c/kose/rewards", label: "Rewards" },
  ];
  expect(currentItem(tabs, "/c/kose")?.label).toBe("Card");
  expect(currentItem(tabs, "/c/kose/rewards")?.label).toBe("Rewards");
  expect(currentItem(tabs, "/c/kose/events")).toBeUndefined();
});
