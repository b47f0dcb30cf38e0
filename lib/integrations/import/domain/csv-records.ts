import { scanFields } from "./scan-fields";

export interface CsvRecord {
  /** Line of the file on which it begins; the header is line 1. */
  line: number;
  /** As it stands in the file, line breaks inside quotes included. */
  raw: string;
  fields: string[];
  /** Why its fields cannot be trusted. */
  fault?: "csv.quote" | "csv.columns" | "csv.encoding";
}

/** A quote that is not closed within this many lines or characters never will be. */
const mostLines = 200;
const mostCharacters = 65_536;

/**
 * Puts lines together to records. A quote that is opened and never closed costs the line it stands in and no other: what
 * seemed to belong to it is read again from the next line on.
 */
export class CsvRecords {
  readonly #delimiter: string;
  /** Fields that a record must have; 0: as many as it likes. */
  readonly #width: number;
  #open: { line: number; text: string }[] = [];
  #openSize = 0;

  constructor({ delimiter, width }: { delimiter: string; width: number }) {
    this.#delimiter = delimiter;
    this.#width = width;
  }

  push(line: number, text: string, into: CsvRecord[]): void {
    if (this.#open.length === 0) {
      this.#begin(line, text, into);
      return;
    }
    this.#open.push({ line, text });
    this.#openSize += text.length;
    if (this.#open.length > mostLines || this.#openSize > mostCharacters) this.#giveUp(into);
    else if (text.includes('"')) this.#join(into);
  }

  /** At the end of the file nothing more will close a quote. */
  end(into: CsvRecord[]): void {
    while (this.#open.length > 0) this.#giveUp(into);
  }

  #begin(line: number, text: string, into: CsvRecord[]): void {
    if (text === "") return;
    const fields = scanFields(text, this.#delimiter);
    if (fields === "open") {
      this.#open = [{ line, text }];
      this.#openSize = text.length;
      return;
    }
    into.push(this.#record(line, text, fields));
  }

  #join(into: CsvRecord[]): void {
    const raw = this.#open.map(({ text }) => text).join("\n");
    const fields = scanFields(raw, this.#delimiter);
    if (fields === "open") return;
    const [first] = this.#open;
    const record = this.#record(first?.line ?? 0, raw, fields);
    // Several lines with the wrong number of fields are a lost quote, not a record.
    if (record.fault === "csv.quote" || record.fault === "csv.columns") {
      this.#giveUp(into);
      return;
    }
    this.#open = [];
    into.push(record);
  }

  #giveUp(into: CsvRecord[]): void {
    const [first, ...others] = this.#open;
    this.#open = [];
    if (!first) return;
    into.push({ line: first.line, raw: first.text, fields: [], fault: "csv.quote" });
    for (const { line, text } of others) this.push(line, text, into);
  }

  #record(line: number, raw: string, fields: string[] | "broken"): CsvRecord {
    if (fields === "broken") return { line, raw, fields: [], fault: "csv.quote" };
    // What is not valid in the encoding was decoded to this character.
    if (raw.includes("\ufffd")) return { line, raw, fields, fault: "csv.encoding" };
    if (this.#width > 0 && fields.length !== this.#width) return { line, raw, fields, fault: "csv.columns" };
    return { line, raw, fields };
  }
}
