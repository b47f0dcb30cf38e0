import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { createTranslator } from "use-intl/core";
import { expect, test } from "vitest";
import en from "../../../messages/en";
import tr from "../../../messages/tr";
import { type Messages, withCountWords } from "../count-words";
import { type Locale, locales } from "./locale";
import { flatten, holes, readMessageUse, unusedMessages } from "./message-use";

const root = join(import.meta.dirname, "../../..");
const files = ["", "problems/"];

const parse = (path: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(root, "messages", path), "utf8"));

const namespaces = (locale: string): string[] =>
  readdirSync(join(root, "messages", locale)).flatMap((name) => /^(.+)\.json$/.exec(name)?.[1] ?? []);

/** A language has a file for each namespace; the words of refusals are one file. */
function read(locale: string, folder = ""): Record<string, unknown> {
  const written = folder
    ? parse(`${folder}${locale}.json`)
    : Object.fromEntries(namespaces(locale).map((name) => [name, parse(`${locale}/${name}.json`)]));
  return withCountWords(written as Messages, locale as Locale);
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(join(root, path)).isDirectory()) return name === "node_modules" ? [] : sources(path);
    return /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) ? [path] : [];
  });
}

const uses = ["app", "components", "lib", "cli", "db"]
  .flatMap(sources)
  .map((path) => ({ path, use: readMessageUse(readFileSync(join(root, path), "utf8")) }));
const english = flatten(read("en"));

function everyMessage(): { where: string; text: string; locale: Locale }[] {
  return files.flatMap((folder) =>
    locales.flatMap((locale) =>
      [...flatten(read(locale, folder))].map(([key, text]) => ({
        where: `${folder}${locale} ${key}`,
        text,
        locale,
      })),
    ),
  );
}

test.each(files)(
  "messages/%s: every message exists in every language, filled with the same things",
  (folder) => {
    const original = flatten(read("en", folder));
    const shape = (messages: Map<string, string>) =>
      Object.fromEntries([...messages].map(([key, text]) => [key, holes(text).join(" ")]));
    for (const locale of locales) {
      expect(shape(flatten(read(locale, folder))), locale).toEqual(shape(original));
    }
  },
);

test("every key that a page spells out exists", () => {
  const exists = (key: string) =>
    english.has(key) || [...english.keys()].some((known) => known.startsWith(`${key}.`));
  const missing = uses.flatMap(({ path, use }) =>
    use.keys.filter((choices) => !choices.some(exists)).map((choices) => `${path}: ${choices.join(" or ")}`),
  );
  expect(missing).toEqual([]);
});

test("no message lies unused", () => {
  expect(
    unusedMessages(
      english.keys(),
      uses.map(({ use }) => use),
    ),
  ).toEqual([]);
});

test("the pages see every namespace that has a file", () => {
  expect(Object.keys(en).sort()).toEqual(namespaces("en").sort());
  expect(Object.keys(tr).sort()).toEqual(namespaces("tr").sort());
});

test("every message is well formed", () => {
  const broken: string[] = [];
  for (const { where, text, locale } of everyMessage()) {
    const t = createTranslator({
      locale,
      messages: { text },
      onError: (error) => {
        if (error.code === "INVALID_MESSAGE") broken.push(where);
      },
    });
    t("text" as never);
  }
  expect(broken).toEqual([]);
});

test("messages speak as across the counter: no exclamation marks, no straight quotes, no three dots", () => {
  const loud = everyMessage().filter(({ text }) => /!|'(?![{}])|\.\.\./.test(text));
  expect(loud.map(({ where, text }) => `${where}: ${text}`)).toEqual([]);
});

test("no Turkish suffix is glued to what is filled in: {name} takes a noun after it, never ’a", () => {
  const glued = everyMessage().filter(({ locale, text }) => locale === "tr" && /\}['’]\p{L}/u.test(text));
  expect(glued.map(({ where, text }) => `${where}: ${text}`)).toEqual([]);
});
