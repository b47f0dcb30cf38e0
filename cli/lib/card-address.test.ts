import { expect, test } from "vitest";
import { knownAddress, ledAddress, ledLinks } from "./card-address.mjs";

test("a card is asked for with a slash and without; what is below it, the list of cards and other addresses stay as they are", () => {
  expect(knownAddress("/c/kose/")).toBe("/c/kose");
  expect(knownAddress("/c/kose/?got=x")).toBe("/c/kose?got=x");
  for (const url of ["/c/kose", "/c/kose/history", "/c/kose/history/", "/c/", "/c", "/m/kose/", "/"])
    expect(knownAddress(url)).toBe(url);
});

test("whoever is led to a card comes to where the app of the same shop begins, and of no other", () => {
  expect(ledAddress("/c/kose")).toBe("/c/kose/");
  expect(ledAddress("/c/kose?got=x#a")).toBe("/c/kose/?got=x#a");
  expect(ledAddress("https://example.com/c/kose")).toBe("https://example.com/c/kose/");
  for (const url of ["/c/kose/history", "/c/kose/", "/c", "/m/kose", "/sign-in?to=/c/kose"])
    expect(ledAddress(url)).toBe(url);
});

test("links to a card get the slash, with and without a query; style sheets and links below it do not", () => {
  const html =
    '<link rel="manifest" href="/c/kose/manifest.webmanifest"/><a class="x" href="/c/kose">Card</a>' +
    '<a href="/c/kose?got=x">Card</a><a href="/c/kose/how">How</a><a href="/c">Cards</a>';
  expect(ledLinks(html)).toBe(
    '<link rel="manifest" href="/c/kose/manifest.webmanifest"/><a class="x" href="/c/kose/">Card</a>' +
      '<a href="/c/kose/?got=x">Card</a><a href="/c/kose/how">How</a><a href="/c">Cards</a>',
  );
});
