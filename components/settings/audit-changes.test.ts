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

test("lists and figures are told as they are, and what is very long is cut", () => {
  expect(auditChanges(null, { scopes: ["members:read"], points: 5 })).toEqual([
    { field: "scopes", before: null, after: '["members:read"]' },
    { field: "points", before: null, after: "5" },
  ]);
  expect(auditChanges(null, { content: "x".repeat(5_000) })[0]?.after).toHaveLength(601);
});
