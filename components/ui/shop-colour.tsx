import { type SixColours, shopColour } from "@/lib/kernel/shop-colour";

/**
 * Paints the page in a shop's colour: its six values for light and for dark, as CSS variables of the whole page
 * (dialogs and menus stand outside the page's own elements). The values are derived, never passed through, so
 * nothing a shop typed reaches the style sheet.
 */
export function ShopColour({ colour }: { colour: string }) {
  const { light, dark } = shopColour(colour);
  const day = variables(light);
  const night = variables(dark);
  const css = `:root,[data-theme=light]{${day}}@media(prefers-color-scheme:dark){:root:not([data-theme]){${night}}}[data-theme=dark]{${night}}`;
  return (
    <>
      {/* The browser's own bar continues the sign. */}
      <meta name="theme-color" media="(prefers-color-scheme: light)" content={light.sign} />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content={dark.sign} />
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: six derived hex values a theme, see above */}
      <style dangerouslySetInnerHTML={{ __html: css }} />
    </>
  );
}

/** The same for one element and one theme, as a style: to show a colour before it is saved. */
export function shopColourStyle(colour: string, theme: "light" | "dark"): Record<`--${string}`, string> {
  return asVariables(shopColour(colour)[theme]);
}

function variables(colours: SixColours): string {
  return Object.entries(asVariables(colours))
    .map(([name, value]) => `${name}:${value}`)
    .join(";");
}

function asVariables(c: SixColours): Record<`--${string}`, string> {
  return {
    "--sign": c.sign,
    "--accent": c.accent,
    "--say": c.say,
    "--wash": c.wash,
    "--wash-2": c.wash2,
    "--on": c.on,
  };
}
