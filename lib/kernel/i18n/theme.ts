/** The reader's choice of light or dark; "system" follows the device and is kept as no choice at all. */
export const themes = ["light", "dark"] as const;
export type Theme = (typeof themes)[number];

export const themeCookie = "theme";

export function isTheme(value: unknown): value is Theme {
  return themes.some((theme) => theme === value);
}
