import type { FieldRow } from "@/lib/integrations/endpoints/field-rows";
import { Prose } from "./prose";

/** Deeper than the last stands no further in: a phone has no room for it. */
const indents = ["", "pl-4", "pl-8", "pl-12"];
const indentOf = (depth: number) => indents[Math.min(depth, indents.length - 1)];

/** The fields of a request or an answer. Their names are whole paths, so that a row can be read by itself. */
export function FieldList({
  rows,
}: {
  rows: Pick<FieldRow, "path" | "depth" | "type" | "required" | "description">[];
}) {
  return (
    <dl>
      {rows.map((row) => (
        <div
          key={row.path}
          className="border-b border-line py-2 sm:grid sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] sm:gap-x-5"
        >
          <dt className={indentOf(row.depth)}>
            <code className="font-text font-strong wrap-anywhere">{row.path}</code>
            {row.required ? <span className="ml-2 text-small text-ink-2">required</span> : null}
            <span className="block text-small text-ink-2">{row.type}</span>
          </dt>
          <dd className={`mt-0.5 sm:mt-0 sm:pl-0 ${indentOf(row.depth)}`}>
            <Prose text={row.description} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
