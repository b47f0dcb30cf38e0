/**
 * A number as people type it and as their language writes it: "1,000" in English and "1.000" in Turkish are a thousand.
 * Null when it is none. What is too large or no whole number is one all the same, for whoever asks to refuse it as that.
 */
export function typedNumber(text: string, locale: string): number | null {
  const [group, decimal] = locale === "tr" ? [".", ","] : [",", "."];
  const shape = /^([-\u2212]?)(\d+|\d{1,3}(?:[G \u00a0\u202f]\d{3})+)(?:D(\d+))?$/.source
    .replace("G", `\\${group}`)
    .replace("D", `\\${decimal}`);
  const match = new RegExp(shape).exec(text.trim());
  if (!match) return null;
  const [, minus, whole = "", decimals = "0"] = match;
  const magnitude = Number(`${whole.replace(/\D/g, "")}.${decimals}`);
  return minus && magnitude !== 0 ? -magnitude : magnitude;
}
