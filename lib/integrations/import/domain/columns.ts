import type { FieldProblem } from "@/lib/kernel/problems";
import type { Source } from "../schemas";

/** One row's fields, and what the joined files say about it. */
export type Row = readonly string[];

/** Columns of a joined file by its key: `lookup.get(key)?.[column]`. */
export type Lookup = ReadonlyMap<string, readonly string[]>;

export interface JoinedColumns {
  lookup: Lookup;
  /** Where in a looked-up row a column stands. */
  columns: readonly string[];
  /** Column of the imported file that names the row. */
  match: string;
}

/** A row that cannot be taken, and the column to look at. */
export class RowFault extends Error {
  readonly field: FieldProblem;

  constructor(field: FieldProblem) {
    super(field.code);
    this.field = field;
  }
}

/** A source bound to the columns of a file. */
export interface BoundSource {
  /** Its column, or what the mapping says itself in the reader's words: what a person has to look at. */
  label: string;
  /** Trimmed; undefined when the row has nothing there. */
  read(row: Row): string | undefined;
}

/** Binds the sources of a mapping to a file's header, and collects what it does not have. */
export class Columns {
  readonly #positions = new Map<string, number>();
  readonly #joined: ReadonlyMap<string, JoinedColumns>;
  readonly #empty: ReadonlySet<string>;
  readonly #header: readonly string[];
  readonly #called: (path: string) => string;
  readonly #twice = new Set<string>();
  /** What the mapping names and the files do not have, or have more than once. */
  readonly unknown: FieldProblem[] = [];

  constructor(
    header: readonly string[],
    joined: ReadonlyMap<string, JoinedColumns>,
    empty: readonly string[],
    /** A path of the mapping in the reader's words. */
    called: (path: string) => string,
  ) {
    header.forEach((name, index) => {
      if (this.#positions.has(name)) this.#twice.add(name);
      this.#positions.set(name, index);
    });
    this.#header = header;
    this.#called = called;
    this.#joined = joined;
    this.#empty = new Set(["", ...empty]);
  }

  bind(path: string, source: Source): BoundSource {
    const { constant, column = "", values, otherwise } = source;
    if (constant !== undefined) return { label: this.#called(path), read: () => constant };
    const cell = this.#cell(`${path}.column`, column);
    const read = (row: Row): string | undefined => {
      const text = cell(row);
      if (text === undefined) return otherwise;
      if (!values) return text;
      const meant = Object.hasOwn(values, text) ? values[text] : otherwise;
      if (meant === undefined)
        throw new RowFault({ path: column, code: "import.value", params: { value: text.slice(0, 60) } });
      return meant;
    };
    return { label: column, read };
  }

  bindAll(path: string, sources: readonly Source[]): BoundSource[] {
    return sources.map((source, index) => this.bind(`${path}.${index}`, source));
  }

  #cell(path: string, column: string): (row: Row) => string | undefined {
    const own = this.#positions.get(column);
    if (this.#twice.has(column)) return this.#twoOf(path, column);
    if (own !== undefined) return (row) => this.#text(row[own]);
    const dot = column.indexOf(".");
    const joined = dot < 0 ? undefined : this.#joined.get(column.slice(0, dot));
    const other = joined?.columns.indexOf(column.slice(dot + 1)) ?? -1;
    const match = joined && this.#positions.get(joined.match);
    if (!joined || other < 0 || match === undefined) {
      const have = joined && match !== undefined ? joined.columns : this.#header;
      this.unknown.push({ path, code: "import.column", params: { column, columns: have.join(", ") } });
      return () => undefined;
    }
    if (this.#twice.has(joined.match)) return this.#twoOf(path, joined.match);
    return (row) => this.#text(joined.lookup.get(row[match]?.trim() ?? "")?.[other]);
  }

  #twoOf(path: string, column: string): () => undefined {
    this.unknown.push({ path, code: "import.column_twice", params: { column } });
    return () => undefined;
  }

  #text(cell: string | undefined): string | undefined {
    const text = cell?.trim() ?? "";
    return this.#empty.has(text) ? undefined : text;
  }
}
