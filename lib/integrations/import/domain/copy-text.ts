const special = /[\\\n\r\t]/g;
const escapes: Record<string, string> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** One row in the text format of COPY. */
export const copyText = (columns: readonly (string | number | null)[]): string =>
  `${columns.map(copyCell).join("\t")}\n`;

function copyCell(value: string | number | null): string {
  if (value === null) return "\\N";
  if (typeof value === "number") return String(value);
  return value.replace(special, (character) => escapes[character] ?? character);
}
