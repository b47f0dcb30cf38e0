import { initialOutlines } from "./initial-outlines";
import { shopColour } from "./shop-colour";

/** Of a shop's icon, the part that every phone shows: a circle of four fifths (W3C, maskable icons). */
const safe = 0.8;

/**
 * A shop's icon: its sign, with the first letter of its name as a sign painter would put it there. Drawn to the edges, so
 * that a phone may cut it round.
 */
export function shopIconSvg({ name, colour }: { name: string; colour: string }): string {
  const { sign } = shopColour(colour).light;
  const size = 512;
  const line = size * 0.14;
  const letter = initialOf(name);
  const outline = letter === null ? null : initialOutlines[letter];
  const cap = 700;
  const scale = outline ? Math.min((size * safe * 0.62) / cap, (size * safe * 0.62) / outline.width) : 0;
  const drawn = outline
    ? `<path fill="#fff" transform="translate(${round((size - outline.width * scale) / 2)} ${round((size + cap * scale) / 2)}) scale(${round(scale)})" d="${outline.path}"/>`
    : "";
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}">` +
    `<path fill="${sign}" d="M0 0h${size}v${size}H0z"/>` +
    `<rect x="${round(line)}" y="${round(line)}" width="${round(size - 2 * line)}" height="${round(size - 2 * line)}" rx="28" fill="none" stroke="#fff" stroke-opacity=".35" stroke-width="5"/>` +
    `${drawn}</svg>`
  );
}

/** The letter that a name begins with, in capitals; null for a script that the display face does not have. */
function initialOf(name: string): string | null {
  const first = /[\p{L}\p{N}]/u.exec(name)?.[0];
  if (!first) return null;
  // A small i stands with its dot: İ is its capital in Turkish, and I everywhere else. A shop's own capital is kept.
  const capital = first.toLocaleUpperCase("en");
  if (Object.hasOwn(initialOutlines, capital)) return capital;
  const plain = capital.normalize("NFD").replace(/\p{Mn}/gu, "");
  return Object.hasOwn(initialOutlines, plain) ? plain : null;
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
