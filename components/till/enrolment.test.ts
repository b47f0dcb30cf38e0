import { expect, test } from "vitest";
import { guessField } from "./enrolment";

test("what was typed to find somebody goes where it belongs", () => {
  expect(guessField("0532 411 22 33")).toEqual({ name: "phone", value: "0532 411 22 33" });
  expect(guessField("+90 (532) 411-2233")).toEqual({ name: "phone", value: "+90 (532) 411-2233" });
  expect(guessField(" elif@example.com ")).toEqual({ name: "email", value: "elif@example.com" });
  expect(guessField("Elif Yıldırım")).toEqual({ name: "name", value: "Elif Yıldırım" });
  expect(guessField("")).toBeNull();
});
