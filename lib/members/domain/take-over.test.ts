import { expect, test } from "vitest";
import { handBack, type Profile, takeOver } from "./take-over";

const nobody: Profile = {
  name: null,
  email: null,
  phone: null,
  externalId: null,
  birthday: null,
  locale: null,
  accountId: null,
  tier: null,
  tags: [],
  attributes: {},
  enrolledAt: "2026-03-01T00:00:00.000Z",
};
const tiers = ["silver", "gold"];
const elif: Profile = {
  ...nobody,
  name: "Elif",
  email: "elif@example.com",
  tier: "silver",
  tags: ["oat milk"],
};
const other: Profile = {
  ...nobody,
  name: "E. Yıldırım",
  email: "e@example.com",
  phone: "+905321234567",
  tier: "gold",
  tags: ["oat milk", "regular"],
  attributes: { cup: "own" },
  enrolledAt: "2025-03-01T00:00:00.000Z",
};

test("silver and gold are gold; the survivor keeps name and e-mail, and gains the phone, a tag and an earlier beginning", () => {
  const { profile, taken } = takeOver(elif, other, tiers);
  expect(profile).toEqual({
    ...elif,
    phone: "+905321234567",
    tier: "gold",
    tags: ["oat milk", "regular"],
    attributes: { cup: "own" },
    enrolledAt: other.enrolledAt,
  });
  expect(taken).toEqual({
    filled: ["phone"],
    tags: ["regular"],
    attributes: ["cup"],
    tier: "silver",
    enrolledAt: elif.enrolledAt,
  });
  expect(handBack(profile, other, taken)).toEqual({ survivor: elif, other, kept: [] });
});

test("the survivor's higher tier stays, and one the program no longer knows loses to one that it does", () => {
  expect(takeOver({ ...elif, tier: "gold" }, { ...other, tier: "silver" }, tiers).taken.tier).toBeUndefined();
  expect(takeOver({ ...elif, tier: "bronze" }, { ...other, tier: "silver" }, tiers).profile.tier).toBe(
    "silver",
  );
});

test("what was changed after the merge stays: a new phone, a tier that was set by hand", () => {
  const { profile, taken } = takeOver(elif, other, tiers);
  const since = { ...profile, phone: "+905550000000", tier: "silver" };
  expect(handBack(since, other, taken).survivor).toMatchObject({ phone: "+905550000000", tier: "silver" });
});

test("the other's e-mail that the survivor was given by hand stays with the survivor, and that is told", () => {
  const { profile, taken } = takeOver(elif, other, tiers);
  const parted = handBack({ ...profile, email: "e@example.com" }, other, taken);
  expect([parted.kept, parted.other.email, parted.survivor.email]).toEqual([
    ["email"],
    null,
    "e@example.com",
  ]);
});

test("an attribute that is called constructor is taken over by whoever has none, and given back", () => {
  const attributed = { ...other, attributes: { constructor: "Renzo Piano" } };
  const { profile, taken } = takeOver(elif, attributed, tiers);
  expect(taken.attributes).toEqual(["constructor"]);
  expect(handBack(profile, attributed, taken).survivor.attributes).toEqual({});
});
