import { blend, contrast, hexToOklch, type Oklch, oklchToHex } from "./oklch";

/**
 * The six values one shop colour takes in a theme: the painted panel, fills and data, text and links, two tints,
 * and text on a fill. All #RRGGBB.
 */
export type SixColours = {
  sign: string;
  accent: string;
  say: string;
  wash: string;
  wash2: string;
  on: string;
};
export type ShopPalette = { light: SixColours; dark: SixColours };

/** The grounds and inks that a shop's colour has to be readable with; the same values as in app/globals.css. */
export const grounds = {
  light: { sheet: "#FDFCFA", paper: "#F4F2ED", float: "#FFFFFF", ink: "#1E1B16", ink2: "#575146" },
  dark: { sheet: "#171613", paper: "#1F1D1A", float: "#292622", ink: "#F2EEE6", ink2: "#BEB7A9" },
} as const;

function six(values: string): SixColours {
  const [sign = "", accent = "", say = "", wash = "", wash2 = "", on = ""] = values.split(" ");
  return { sign, accent, say, wash, wash2, on };
}

/** Four colours chosen by eye, for shops that have none of their own. */
export const shopColourPresets = {
  forest: {
    light: six("#17503C #1C6249 #1C6249 #E6F0EA #BFD9CB #FFFFFF"),
    dark: six("#123B2D #7CC4A2 #8CD0AF #1D2E26 #2F5242 #0D241A"),
  },
  terracotta: {
    light: six("#8F3A22 #A04429 #983E24 #FAEAE3 #EFC8B8 #FFFFFF"),
    dark: six("#662917 #E79A7E #EFA88E #35231C #613C2E #33130A"),
  },
  "ink-blue": {
    light: six("#1F3F6E #285089 #285089 #E8EEF7 #C3D2E8 #FFFFFF"),
    dark: six("#182E50 #8FB3E6 #A0BFEC #1E2838 #33496B #0C1B33"),
  },
  plum: {
    light: six("#5F2A4F #7A3766 #7A3766 #F5EAF1 #E0C3D6 #FFFFFF"),
    dark: six("#46203B #D69CC2 #DFABCD #32222D #5A3B50 #2E0F25"),
  },
} as const satisfies Record<string, ShopPalette>;

export type ShopColourPreset = keyof typeof shopColourPresets;

export function isShopColourPreset(value: string): value is ShopColourPreset {
  return Object.hasOwn(shopColourPresets, value);
}

/** A preset's name, or #RGB, or #RRGGBB in either case. */
export function isShopColour(value: string): boolean {
  return isShopColourPreset(value) || /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(value);
}

/**
 * Both themes' six values for a preset's name or a colour of the shop's own. A value that is neither gives
 * forest, so that a page always has a colour. A shop's own colour keeps its hue; its lightness moves until every
 * text is 4.5:1 and every fill 3:1.
 */
export function shopColour(value: string): ShopPalette {
  if (isShopColourPreset(value)) return shopColourPresets[value];
  if (!isShopColour(value)) return shopColourPresets.forest;
  const hex = longHex(value);
  const chosen = Object.values(shopColourPresets).find((preset) => preset.light.accent === hex);
  if (chosen) return chosen;
  const own = hexToOklch(hex);
  const light = lightPalette(own);
  return { light, dark: darkPalette(own, hexToOklch(light.sign).l) };
}

function longHex(value: string): string {
  const digits = value.slice(1).toUpperCase();
  return `#${digits.length === 3 ? [...digits].map((digit) => digit + digit).join("") : digits}`;
}

function lightPalette(own: Oklch): SixColours {
  const { sheet, paper, float, ink, ink2 } = grounds.light;
  const wash = tint(own, 0.947, Math.min(own.c * 0.15, 0.03), 1, (hex) => contrast(ink2, hex) >= 4.5);
  const { accent, on } = lightFill(own);
  return {
    sign: paint({ ...own, l: Math.min(own.l, hexToOklch(accent).l, 0.54) - 0.06, c: own.c * 0.85 }, 0.2),
    accent,
    say: tint(own, hexToOklch(accent).l, own.c, -1, (hex) =>
      [sheet, paper, float, wash].every((ground) => contrast(hex, ground) >= 4.5),
    ),
    wash,
    wash2: tint(own, 0.86, Math.min(own.c * 0.38, 0.07), 1, (hex) => contrast(ink, hex) >= 4.5),
    on,
  };
}

/**
 * White on the fill, as sign painters like it, unless that would take the colour much further from the shop's
 * own than dark letters would: a yellow stays ochre under dark letters instead of turning brown.
 */
function lightFill(own: Oklch): { accent: string; on: string } {
  const { sheet } = grounds.light;
  const dark = oklchToHex({ ...own, l: 0.2, c: Math.min(own.c * 0.3, 0.05) });
  const underWhite = tint(own, own.l, own.c, -1, (hex) => contrast("#FFFFFF", hex) >= 4.5);
  const underDark = tint(own, own.l, own.c, -1, (hex) => contrast(hex, sheet) >= 3);
  const cost = (hex: string) => own.l - hexToOklch(hex).l;
  const white = cost(underWhite) <= 0.12 || contrast(dark, underDark) < 4.5;
  return white ? { accent: underWhite, on: "#FFFFFF" } : { accent: underDark, on: dark };
}

function darkPalette(own: Oklch, signLightness: number): SixColours {
  const { sheet, paper, float, ink } = grounds.dark;
  const soft = Math.min(own.c, 0.055 + own.c * 0.33);
  const on = oklchToHex({ ...own, l: 0.23, c: Math.min(own.c * 0.45, 0.06) });
  const { ink2 } = grounds.dark;
  const wash = tint(own, 0.278, Math.min(own.c * 0.28, 0.035), -1, (hex) => contrast(ink2, hex) >= 4.5);
  return {
    sign: paint({ ...own, l: Math.max(signLightness * 0.82, 0.26), c: own.c * 0.67 }, 0.2),
    accent: tint(own, 0.76, soft, 1, (hex) => contrast(on, hex) >= 4.5 && contrast(hex, sheet) >= 3),
    say: tint(own, 0.8, soft * 0.9, 1, (hex) =>
      [sheet, paper, float, wash].every((ground) => contrast(hex, ground) >= 4.5),
    ),
    wash,
    wash2: tint(own, 0.4, Math.min(own.c * 0.52, 0.065), -1, (hex) => contrast(ink, hex) >= 4.5),
    on,
  };
}

/** The panel: white on it is read at 86% strength too, in the bar's quiet words. */
function paint(colour: Oklch, lowest: number): string {
  const readable = (hex: string) => contrast(blend("#FFFFFF", hex, 0.86), hex) >= 4.5;
  return tint(colour, Math.max(colour.l, lowest), colour.c, -1, readable);
}

/** The shop's hue at a lightness and chroma, its lightness moved up or down until `holds`. */
function tint(hue: Oklch, l: number, c: number, direction: 1 | -1, holds: (hex: string) => boolean): string {
  for (let lightness = l; lightness >= 0 && lightness <= 1; lightness += direction * 0.004) {
    const hex = oklchToHex({ ...hue, l: lightness, c });
    if (holds(hex)) return hex;
  }
  return direction > 0 ? "#FFFFFF" : "#000000";
}
