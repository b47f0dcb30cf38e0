import { expect, test } from "vitest";
import { clientAddress } from "./request-context";

test("a client that claims to be 1.1.1.1 is still known by what the proxy saw, 203.0.113.9", () => {
  expect(clientAddress(new Headers({ "x-forwarded-for": "1.1.1.1, 203.0.113.9" }))).toBe("203.0.113.9");
});

test("no header, no address", () => {
  expect(clientAddress(new Headers())).toBeUndefined();
  expect(clientAddress(new Headers({ "x-forwarded-for": "" }))).toBeUndefined();
});
