import fc from "fast-check";
import { expect, test } from "vitest";
import { blend, contrast, hexToOklch } from "./oklch";
import { grounds, isShopColour, type SixColours, shopColour, shopColourPresets } from "./shop-colour";

/** What must be readable with what, and how well. The last four are ours; the rest is the look's rule. */
function contrasts(theme: keyof typeof grounds, c: SixColours) {
  const { sheet, paper, float, ink, ink2 } = grounds[theme];
  return {
    "on / accent": [contrast(c.on, c.accent), 4.5],
    "say / sheet": [contrast(c.say, sheet), 4.5],
    "say / paper": [contrast(c.say, paper), 4.5],
    "say / wash": [contrast(c.say, c.wash), 4.5],
    "white / sign": [contrast("#FFFFFF", c.sign), 4.5],
    "ink / wash-2": [contrast(ink, c.wash2), 4.5],
    "accent / sheet": [contrast(c.accent, sheet), 3],
    "quiet white / sign": [contrast(blend("#FFFFFF", c.sign, 0.86), c.sign), 4.5],
    "say / float": [contrast(c.say, float), 4.5],
    "ink-2 / wash": [contrast(ink2, c.wash), 4.5],
    "ink / wash": [contrast(ink, c.wash), 4.5],
  } as const;
}

function shortfalls(colour: string): string[] {
  const palette = shopColour(colour);
  return (["light", "dark"] as const).flatMap((theme) =>
    Object.entries(contrasts(theme, palette[theme]))
      .filter(([, [found, needed]]) => found < needed)
      .map(
        ([pair, [found, needed]]) => `${colour} ${theme}: ${pair} is ${found.toFixed(2)}, needs ${needed}`,
      ),
  );
}

const anyHex = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, "0")}`);

test("any colour of a shop's own yields palettes in which every pair is readable, day and night", () => {
  fc.assert(
    fc.property(anyHex, (hex) => {
      expect(shortfalls(hex)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test.each([
  "#000000",
  "#FFFFFF",
  "#FFFF00",
  "#FF0000",
  "#00FF00",
  "#0000FF",
  "#00FFFF",
  "#FF00FF",
  "#808080",
])("%s, a corner of the colour space, is readable too", (hex) => expect(shortfalls(hex)).toEqual([]));

test.each(Object.keys(shopColourPresets))("preset %s is readable as it is", (name) => {
  expect(shortfalls(name)).toEqual([]);
});

test("a preset is exactly its table, by name or by its fill, in either case", () => {
  expect(shopColour("terracotta").light.say).toBe("#983E24");
  expect(shopColour("#1c6249")).toBe(shopColourPresets.forest);
});

test("the hue survives: a red shop stays within 12 degrees of its red in fills of both themes", () => {
  const own = hexToOklch("#C81E2B");
  const { light, dark } = shopColour("#C81E2B");
  for (const hex of [light.sign, light.accent, dark.accent]) {
    expect(Math.abs(hexToOklch(hex).h - own.h)).toBeLessThan(12);
  }
});

test("a colour that needs no moving is not moved: #7A1F3D is its own fill", () => {
  expect(shopColour("#7A1F3D").light.accent).toBe("#7A1F3D");
});

test("a yellow keeps dark letters on its fill instead of turning brown under white ones", () => {
  const { light } = shopColour("#FFD400");
  expect(light.on).not.toBe("#FFFFFF");
  expect(hexToOklch(light.accent).l).toBeGreaterThan(0.62);
});

test("#FD0 is #FFDD00", () => {
  expect(shopColour("#FD0")).toEqual(shopColour("#FFDD00"));
});

test.each(["red", "#12345", "1c6249", "#1c6249;}</style>", ""])(
  "%j is no shop colour: forest is used",
  (value) => {
    expect(isShopColour(value)).toBe(false);
    expect(shopColour(value)).toBe(shopColourPresets.forest);
  },
);
