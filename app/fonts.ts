import localFont from "next/font/local";

/*
 * The two typefaces, upright only. Each comes in two files, latin and latin-ext (ğ, ş, İ), told apart by unicode-range
 * as their packages do. Neither draws the lira's sign: it has files of its own, cut from Inter (text) and Bitter (display)
 * to the height of these, under the licence beside them. They bring no stand-in faces: a stand-in covers every letter, so the one
 * of the first file would answer for ğ before the second file is asked. (The compiler wants literals here.)
 */

const besley = localFont({
  src: "../node_modules/@fontsource-variable/besley/files/besley-latin-wght-normal.woff2",
  weight: "400 900",
  style: "normal",
  display: "swap",
  variable: "--font-besley",
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD",
    },
  ],
});

const besleyExt = localFont({
  src: "../node_modules/@fontsource-variable/besley/files/besley-latin-ext-wght-normal.woff2",
  weight: "400 900",
  style: "normal",
  display: "swap",
  variable: "--font-besley-ext",
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20B9,U+20BB-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF",
    },
  ],
});

const figtree = localFont({
  src: "../node_modules/@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2",
  weight: "300 900",
  style: "normal",
  display: "swap",
  variable: "--font-figtree",
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD",
    },
  ],
});

const figtreeExt = localFont({
  src: "../node_modules/@fontsource-variable/figtree/files/figtree-latin-ext-wght-normal.woff2",
  weight: "300 900",
  style: "normal",
  display: "swap",
  variable: "--font-figtree-ext",
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20B9,U+20BB-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF",
    },
  ],
});

const liraText = localFont({
  src: [
    { path: "./lira/text-400.otf", weight: "400", style: "normal" },
    { path: "./lira/text-600.otf", weight: "600", style: "normal" },
  ],
  display: "swap",
  variable: "--font-lira-text",
  adjustFontFallback: false,
  preload: false,
  declarations: [{ prop: "unicode-range", value: "U+20BA" }],
});

const liraDisplay = localFont({
  src: "./lira/display-400.otf",
  weight: "400",
  style: "normal",
  display: "swap",
  variable: "--font-lira-display",
  adjustFontFallback: false,
  preload: false,
  declarations: [{ prop: "unicode-range", value: "U+20BA" }],
});

const faces = [besley, besleyExt, liraDisplay, figtree, figtreeExt, liraText];

/** Class names for <html>: they define --font-besley, --font-figtree, their -ext halves and the lira's sign for each. */
export const fontVariables = faces.map((font) => font.variable).join(" ");
