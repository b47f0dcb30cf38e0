import type { Config } from "tailwindcss";

/**
 * The names of the design's tokens. Their values, which differ by theme and by shop, are the CSS variables of
 * app/globals.css; nothing else in the product spells out a colour, a size of type or a corner.
 */
export default {
  theme: {
    colors: {
      transparent: "transparent",
      current: "currentColor",
      white: "#ffffff",
      sheet: "var(--sheet)",
      paper: "var(--paper)",
      float: "var(--float)",
      ink: { DEFAULT: "var(--ink)", 2: "var(--ink-2)", 3: "var(--ink-3)" },
      line: "var(--line)",
      edge: "var(--edge)",
      warn: { DEFAULT: "var(--warn)", wash: "var(--warn-wash)" },
      bad: { DEFAULT: "var(--bad)", wash: "var(--bad-wash)" },
      sign: "var(--sign)",
      accent: "var(--accent)",
      say: "var(--say)",
      wash: { DEFAULT: "var(--wash)", 2: "var(--wash-2)" },
      on: "var(--on)",
      // The one fill that is too large to be accent in the dark: the till's Record.
      record: { DEFAULT: "var(--record)", on: "var(--record-on)", edge: "var(--record-edge)" },
    },
    fontFamily: { display: "var(--font-display)", text: "var(--font-text)" },
    fontWeight: { normal: "400", strong: "600" },
    // Sizes of the text face. The display face's sizes are utilities of their own in app/globals.css
    // (text-figure, text-answer, text-section, text-title, text-shop), because they bring their face along.
    fontSize: {
      small: ["0.8125rem", "1.125rem"],
      aside: ["0.875rem", "1.25rem"],
      body: ["0.9375rem", "1.375rem"],
      reading: ["1rem", "1.5rem"],
      large: ["1.0625rem", "1.5rem"],
    },
    borderRadius: {
      none: "0",
      badge: "4px",
      small: "6px",
      control: "8px",
      dialog: "12px",
      full: "9999px",
    },
    boxShadow: { none: "none", float: "var(--shadow)" },
    // 360, 640, 960, 1180 and 1280 px: narrow phone, phone, where the menu opens up, tablet, laptop.
    screens: { xs: "22.5rem", sm: "40rem", md: "60rem", lg: "73.75rem", xl: "80rem" },
  },
} satisfies Config;
