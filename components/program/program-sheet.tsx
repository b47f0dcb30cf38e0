import { cx } from "@/components/ui/cx";
import type { SheetPart } from "./sheet-parts";

/** A whole program, to be read from top to bottom, or printed and hung up. One column, or two where there is room. */
export function ProgramSheet({ parts, columns = 1 }: { parts: SheetPart[]; columns?: 1 | 2 }) {
  return (
    <div className={cx("border-t border-ink", columns === 2 && "gap-x-12 lg:columns-2 print:columns-2")}>
      {parts.map(({ key, title, lines, prices }) => (
        <section key={key} className="break-inside-avoid border-b border-line py-4 last:border-0">
          <h2 className="mb-2 text-title">{title}</h2>
          {prices && prices.length > 0 ? (
            <dl className="mb-2">
              {prices.map((price) => (
                <div
                  key={price.key}
                  className={cx(
                    "flex flex-wrap items-baseline-last py-0.5",
                    price.derived && "pl-4 text-ink-2",
                  )}
                >
                  <dt className="flex min-w-0 flex-1 items-baseline-last">
                    <span>{price.label}</span>
                    <span aria-hidden className="leader" />
                  </dt>
                  <dd className="whitespace-nowrap">{price.figure}</dd>
                  {price.note ? (
                    <dd className="max-w-prose basis-full text-small text-ink-2">{price.note}</dd>
                  ) : null}
                </div>
              ))}
            </dl>
          ) : null}
          <ul className="grid gap-1.5">
            {lines.map((line) => (
              <li key={line.key} className="text-pretty">
                {line.text}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
