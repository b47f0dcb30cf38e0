import { createTranslator } from "use-intl/core";
import en from "@/messages/problems/en.json" with { type: "json" };
import tr from "@/messages/problems/tr.json" with { type: "json" };
import { withCountWords } from "./count-words";
import type { FieldProblem, Problem } from "./problems";

const words = { en: withCountWords(en, "en"), tr: withCountWords(tr, "tr") };
type Locale = keyof typeof words;

export interface ProblemWords {
  title: string;
  detail?: string;
  fields: { path: string; code: string; message: string }[];
}

/**
 * Who reads it. Most words do for a program's author and for whoever sits before a screen; where they do not, the screen
 * has its own.
 */
type Reader = "program" | "screen";

/** A refusal in words, for people and for RFC 9457 bodies alike. */
export function describeProblem(problem: Problem, locale: Locale, reader: Reader = "program"): ProblemWords {
  const t = translator(locale);
  const fields = problem.fields.map((field) => ({
    path: field.path,
    code: field.code,
    message: describeField(field, locale, reader),
  }));
  const first = fields[0];
  return {
    title: t(keyFor(t, `codes.${problem.code}`, reader), problem.params),
    detail: first ? `${first.path ? `${first.path}: ` : ""}${first.message}` : undefined,
    fields,
  };
}

/** What is wrong with one field, in words. */
export function describeField(field: FieldProblem, locale: Locale, reader: Reader = "program"): string {
  const t = translator(locale);
  const key = `fields.${field.code}`;
  return t.has(key) ? t(keyFor(t, key, reader), field.params) : t("fields.invalid");
}

const keyFor = (t: Translate, key: string, reader: Reader): string =>
  reader === "screen" && t.has(`screen.${key}`) ? `screen.${key}` : key;

type Translate = {
  (key: string, params?: Record<string, string | number>): string;
  has(key: string): boolean;
};

const translators = new Map<Locale, Translate>();

/** One for each language: it keeps the messages that it has read. */
function translator(locale: Locale): Translate {
  let translate = translators.get(locale);
  if (!translate) {
    translate = createTranslator({ locale, messages: words[locale] }) as unknown as Translate;
    translators.set(locale, translate);
  }
  return translate;
}
