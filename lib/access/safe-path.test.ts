import { expect, test } from "vitest";
import { safePath } from "./safe-path";

test.each(["/", "/m/kose-kahve", "/c/x?tab=1#end"])("%s is a path of ours", (path) =>
  expect(safePath(path)).toBe(path),
);

test.each([
  "//evil.example",
  "/\\evil.example",
  "https://evil.example",
  "javascript:alert(1)",
  "m/x",
  "",
  "/a b",
  "/a\nb",
  "/\t/evil.example",
  null,
  ["/m"],
  `/${"x".repeat(600)}`,
])("%j leads elsewhere and is left out", (path) => expect(safePath(path)).toBeNull());
