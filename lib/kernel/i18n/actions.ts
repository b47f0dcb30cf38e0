"use server";

import { cookies } from "next/headers";
import { isLocale, localeCookie } from "./locale";
import { isTheme, themeCookie } from "./theme";

const year = 365 * 24 * 60 * 60;
const kept = { path: "/", maxAge: year, sameSite: "lax", httpOnly: true } as const;

/** Keeps the reader's language; the page is drawn again in it. Anything but a known language changes nothing. */
export async function keepLocale(form: FormData): Promise<void> {
  const locale = form instanceof FormData ? form.get("locale") : null;
  if (isLocale(locale)) (await cookies()).set(localeCookie, locale, kept);
}

/** Keeps light or dark; "system" forgets the choice, so that the device decides. */
export async function keepTheme(form: FormData): Promise<void> {
  const theme = form instanceof FormData ? form.get("theme") : null;
  const jar = await cookies();
  if (isTheme(theme)) jar.set(themeCookie, theme, kept);
  else if (theme === "system") jar.delete(themeCookie);
}
