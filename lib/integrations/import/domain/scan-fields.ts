/**
 * The fields of one CSV record. "open": a quoted field is not closed, so the record may go on in the next line. "broken":
 * something stands between a closing quote and the delimiter. A quote inside a field that does not begin with one is a
 * character like any other, as in `12" pan`.
 */
export function scanFields(text: string, delimiter: string): string[] | "open" | "broken" {
  if (!text.includes('"')) return text.split(delimiter);
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    const field = text[at] === '"' ? quoted(text, at) : plain(text, at, delimiter);
    if (field === "open") return "open";
    fields.push(field.value);
    if (field.end === text.length) return fields;
    if (text[field.end] !== delimiter) return "broken";
    at = field.end + 1;
  }
}

interface Scanned {
  value: string;
  /** Where the delimiter after it stands, or the end of the text. */
  end: number;
}

function plain(text: string, at: number, delimiter: string): Scanned {
  const found = text.indexOf(delimiter, at);
  const end = found < 0 ? text.length : found;
  return { value: text.slice(at, end), end };
}

function quoted(text: string, at: number): Scanned | "open" {
  let from = at + 1;
  let value = "";
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return "open";
    if (text[quote + 1] !== '"') return { value: value + text.slice(from, quote), end: quote + 1 };
    value += text.slice(from, quote + 1);
    from = quote + 2;
  }
}

const delimiters = [",", ";", "\t", "|"];

/** The delimiter that cuts a header line into the most fields. */
export function guessDelimiter(header: string): string {
  const counts = delimiters.map((delimiter) => {
    const fields = scanFields(header, delimiter);
    return Array.isArray(fields) ? fields.length : 0;
  });
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ",";
}
