/** Every message of a nested file as "namespace.key" and its text. */
export function flatten(messages: object, prefix = ""): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(messages)) {
    const path = prefix ? `${prefix}.${key}` : key;
    if (typeof value === "string") flat.set(path, value);
    else for (const [inner, text] of flatten(value as object, path)) flat.set(inner, text);
  }
  return flat;
}

/** Names of what an ICU message is filled with, and of its tags: "count", "<link>". Sorted, each once. */
export function holes(text: string): string[] {
  const names = new Set([...text.matchAll(/<(\w+)>/g)].map((tag) => `<${tag[1]}>`));
  let at = 0;
  const upTo = (stop: RegExp) => {
    const from = at;
    while (at < text.length && !stop.test(text[at] ?? "")) at++;
    return text.slice(from, at).trim();
  };
  const message = () => {
    for (upTo(/[{}]/); text[at] === "{"; upTo(/[{}]/)) argument();
  };
  const argument = () => {
    at++;
    names.add(upTo(/[,}]/));
    if (text[at++] !== ",") return;
    const choice = /^(?:plural|select|selectordinal)$/.test(upTo(/[,}]/));
    // Past the type's comma, options follow: a word and a message in braces, again and again.
    for (upTo(/[{}]/); choice && text[at] === "{"; upTo(/[{}]/)) {
      at++;
      message();
      at++;
    }
    at++;
  };
  message();
  return [...names].sort();
}

/** What a source file says about messages, as far as its text tells. */
export type MessageUse = {
  /** Namespaces that it opens a translator on; "" is the whole file. */
  namespaces: Set<string>;
  /** Every string in it, and its templates with each hole as a NUL. */
  strings: Set<string>;
  /** It translates a key that it does not spell out: `t(code)`. The key's spelling may stand in another file. */
  indirect: boolean;
  /**
   * Keys spelt out on a translator, each under every namespace that the file opens, for several may share a name.
   * One of them must exist; which one, the compiler knows better.
   */
  keys: string[][];
};

const opened = /(?:use|get)Translations\s*(?:<([^>]*)>|\(([^)]*)\))|\ben\.(\w+)\b/g;
const bound = /(?:const|let)\s+(\w+)\s*=\s*(?:await\s+)?(?:use|get)Translations\(/g;
const string = /"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g;
const call =
  /\b(\w+)(?:\.(?:rich|markup|raw|has))?\(\s*(?:["']([^"'\n]+)["']|([A-Za-z_$][\w.$[\]]*)\s*[,)])/g;

/** Reads a source file for the messages it uses. A reading by pattern, kind to the unusual: it errs towards "used". */
export function readMessageUse(text: string): MessageUse {
  const source = text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, "");
  const namespaces = new Set<string>();
  for (const [, type, argument, imported] of source.matchAll(opened)) {
    const named = [...(type ?? argument ?? "").matchAll(/["']([\w.]+)["']/g)].map((name) => name[1] ?? "");
    for (const name of imported ? [imported] : named.length ? named : [""]) namespaces.add(name);
  }
  const translators = new Set([...source.matchAll(bound)].map((binding) => binding[1]));
  const strings = new Set<string>();
  for (const [, double, single, template] of source.matchAll(string)) {
    strings.add((double ?? single ?? template ?? "").replace(/\$\{[^}]*\}/g, "\0"));
  }
  const keys: string[][] = [];
  let indirect = false;
  for (const [, name = "", key, variable] of source.matchAll(call)) {
    const known = translators.has(name);
    if (key && known) keys.push([...namespaces].map((namespace) => `${namespace}.${key}`));
    if (variable && (known || name === "t")) indirect = true;
  }
  return { namespaces, strings, indirect, keys };
}

/** The messages that no source file can be showing. */
export function unusedMessages(all: Iterable<string>, uses: MessageUse[]): string[] {
  const anywhere = new Set(uses.flatMap((use) => [...use.strings]));
  const openers = uses.filter((use) => use.namespaces.size > 0);
  return [...all].filter((path) => !openers.some((use) => shows(use, path, anywhere)));
}

function shows(use: MessageUse, path: string, anywhere: Set<string>): boolean {
  return [...use.namespaces].some((namespace) => {
    if (namespace && !path.startsWith(`${namespace}.`)) return false;
    const key = namespace ? path.slice(namespace.length + 1) : path;
    return spells(use.strings, key) || (use.indirect && spells(anywhere, key));
  });
}

function spells(strings: Set<string>, key: string): boolean {
  if (strings.has(key)) return true;
  for (const text of strings) {
    if (!text.includes("\0") || !/^[\w.\0-]+$/.test(text)) continue;
    const pattern = text.split("\0").map((part) => part.replace(/[.-]/g, "\\$&"));
    if (new RegExp(`^${pattern.join("[\\w.-]+")}$`).test(key)) return true;
  }
  return false;
}
