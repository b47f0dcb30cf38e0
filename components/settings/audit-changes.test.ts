import { expect, test } from "vitest";
import { auditChanges } from "./audit-changes";

test("a changed name, a phone that is new and an e-mail that is gone are told; the tier that stayed is not", () => {
  const before = { name: "Elif", email: "elif@example.com", tier: "gold" };
  const after = { name: "Elif Yıldırım", phone: "+905324112233", tier: "gold" };
  expect(auditChanges(before, after)).toEqual([
    { field: "name", before: "Elif", after: "Elif Yıldırım" },
    { field: "email", before: "elif@example.com", after: null },
    { field: "phone", before: null, after: "+905324112233" },
  ]);
});

test("of a whole program only the price of the beans, 700 to 650, and the new cookie are told, although the list moved", () => {
  const [beans, cake] = [
    { key: "beans", name: "Beans", price: 700 },
    { key: "cake", name: "Cake", price: 90 },
  ];
  const before = { rewards: [beans, cake], expiry: { months: 6 } };
  const after = { rewards: [cake, { ...beans, price: 650 }, { key: "cookie" }], expiry: { months: 6 } };
  expect(auditChanges(before, after)).toEqual([
    { field: "rewards.beans.price", before: "700", after: "650" },
    { field: "rewards.cookie", before: null, after: '{"key":"cookie"}' },
  ]);
});

test("a list of words is told as a line, figures as they are, and what is very long is cut", () => {
  expect(auditChanges(null, { scopes: ["members:read", "points:write"], points: 5 })).toEqual([
    { field: "scopes", before: null, after: "members:read, points:write" },
    { field: "points", before: null, after: "5" },
  ]);
  expect(auditChanges(null, { content: "x".repeat(5_000) })[0]?.after).toHaveLength(601);
});
