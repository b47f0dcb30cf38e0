import { expect, test } from "vitest";
import { readableUrl } from "./readable-url.mjs";

test.each([
  ["/api/v1/members/%ff", "/api/v1/members/%25ff"],
  ["/api/v1/vouchers/%C3%28?a=%ff", "/api/v1/vouchers/%25C3%2528?a=%ff"],
  ["/c/100%", "/c/100%25"],
])("%s cannot be read, so its per cent signs stand for themselves: %s", (url, readable) => {
  expect(readableUrl(url)).toBe(readable);
  expect(() => decodeURIComponent(readable.split("?")[0] ?? "")).not.toThrow();
});

test("what can be read stays as it is, and so does a query", () => {
  for (const url of ["/", "/c/k%C3%B6%C5%9Fe", "/c/a%2Fb?q=100%", "/m/kose?q=%ff"]) {
    expect(readableUrl(url)).toBe(url);
  }
});
