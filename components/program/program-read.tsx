import { useTranslations } from "next-intl";
import { parts } from "./program-changes";
import type { ProgramLines } from "./program-lines";

/** A whole program, to be read from top to bottom. */
export function ProgramRead({ lines }: { lines: ProgramLines }) {
  const t = useTranslations("rules.difference");
  return parts
    .filter((part) => lines[part].length > 0)
    .map((part) => (
      <section
        key={part}
        className="grid gap-x-4 border-t border-line py-3 sm:grid-cols-[9rem_minmax(0,1fr)]"
      >
        <h3 className="text-ink-2">{t(`part.${part}`)}</h3>
        <ul className="grid gap-1.5">
          {lines[part].map((line) => (
            <li key={line.key}>{line.text}</li>
          ))}
        </ul>
      </section>
    ));
}
