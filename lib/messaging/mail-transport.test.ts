import { expect, test } from "vitest";
import { isPermanentRefusal, senderAddress } from "./mail-transport";

test.each([
  ["smtp://cards%40kose.example:pw@mail.example:587", "cards@kose.example"],
  ["smtp://user:pw@mail.example?from=hello@kose.example", "hello@kose.example"],
  ["smtp://user:pw@mail.example", "no-reply@shop.example"],
])("mail through %s comes from %s", (url, from) => {
  expect(senderAddress(new URL(url), "https://shop.example")).toBe(from);
});

const refusal = (responseCode: number) => Object.assign(new Error("no"), { responseCode });

test.each([550, 553, 554])("%i is for good", (code) => expect(isPermanentRefusal(refusal(code))).toBe(true));

test.each([421, 450, 451, 452])("%i is for now", (code) =>
  expect(isPermanentRefusal(refusal(code))).toBe(false),
);

test.each([530, 535])("%i is about our own sign-in, which somebody will correct", (code) =>
  expect(isPermanentRefusal(refusal(code))).toBe(false),
);

test("a server that does not answer is for now", () => {
  expect(isPermanentRefusal(Object.assign(new Error("no"), { code: "ECONNREFUSED" }))).toBe(false);
});
