/** A colour as people see it: lightness 0 to 1, chroma from 0 (grey), hue in degrees. */
export type Oklch = { l: number; c: number; h: number };

type Triple = [number, number, number];

/**
 * Conversions after Björn Ottosson's Oklab, https://bottosson.github.io/posts/oklab/ (matrices from there), and
 * contrast after WCAG 2.2. `hex` is #RRGGBB throughout.
 */
export function hexToOklch(hex: string): Oklch {
  const [r, g, b] = linear(hex);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return {
    l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    c: Math.hypot(a, bb),
    h: (Math.atan2(bb, a) * 180) / Math.PI,
  };
}

/** The nearest colour a screen can show: lightness and hue are kept, chroma gives way. */
export function oklchToHex(colour: Oklch): string {
  const l = Math.min(1, Math.max(0, colour.l));
  let low = 0;
  let high = colour.c;
  if (inGamut(toLinear({ ...colour, l }))) low = high;
  for (let step = 0; step < 20 && low !== high; step++) {
    const c = (low + high) / 2;
    if (inGamut(toLinear({ ...colour, l, c }))) low = c;
    else high = c;
  }
  return `#${toLinear({ ...colour, l, c: low })
    .map(channel)
    .join("")}`;
}

/** WCAG contrast of two colours, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** What `alpha` of `over` looks like on `under`, blended as browsers blend. */
export function blend(over: string, under: string, alpha: number): string {
  const mixed = bytes(over).map((value, i) => value * alpha + (bytes(under)[i] ?? 0) * (1 - alpha));
  return `#${mixed.map(twoDigits).join("")}`;
}

function luminance(hex: string): number {
  const [r, g, b] = linear(hex);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function bytes(hex: string): Triple {
  const n = Number.parseInt(hex.slice(1), 16);
  return [(n >> 16) & 255, (n >> 8) & 255, n & 255];
}

function linear(hex: string): Triple {
  const decode = (byte: number) => {
    const v = byte / 255;
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  };
  const [r, g, b] = bytes(hex);
  return [decode(r), decode(g), decode(b)];
}

function toLinear({ l, c, h }: Oklch): Triple {
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const L = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const M = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const S = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * L - 3.3077115913 * M + 0.2309699292 * S,
    -1.2684380046 * L + 2.6097574011 * M - 0.3413193965 * S,
    -0.0041960863 * L - 0.7034186147 * M + 1.707614701 * S,
  ];
}

function inGamut(rgb: Triple): boolean {
  return rgb.every((v) => v >= -0.0005 && v <= 1.0005);
}

function channel(v: number): string {
  const x = Math.min(1, Math.max(0, v));
  return twoDigits(255 * (x <= 0.0031308 ? 12.92 * x : 1.055 * x ** (1 / 2.4) - 0.055));
}

function twoDigits(byte: number): string {
  return Math.round(byte).toString(16).padStart(2, "0").toUpperCase();
}
