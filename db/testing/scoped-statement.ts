/**
 * Reads SQL far enough to tell whether each merchant-owned table that a statement touches is held to one merchant:
 * by `merchant_id = ...`, by a join on it, or by writing it. It counts: n tables need n such conditions.
 */
export function unscopedTables(statement: string, owned: ReadonlySet<string>): string[] {
  return splitStatements(tokens(statement)).flatMap((one) => {
    const touched = touchedTables(one, owned);
    return conditions(one) >= touched.length ? [] : touched;
  });
}

/** Lower-case words and punctuation; comments, literals and the `public.` of a name are left out. */
export function tokens(statement: string): string[] {
  const bare = statement
    .replace(/--[^\n]*/g, " ")
    .replace(/\/\*[\s\S]*?\*\//g, " ")
    .replace(/'(?:[^']|'')*'/g, " ? ")
    .toLowerCase()
    .replaceAll('"', "")
    .replace(/\bpublic\s*\./g, "");
  return bare.match(/[\p{L}_][\p{L}\p{N}_$]*|\$\d+|\d+|<>|[^\s]/gu) ?? [];
}

function splitStatements(words: string[]): string[][] {
  const statements: string[][] = [[]];
  for (const word of words) {
    if (word === ";") statements.push([]);
    else statements.at(-1)?.push(word);
  }
  return statements;
}

const introducesTable = new Set([
  "from",
  "join",
  "into",
  "update",
  "only",
  "table",
  "truncate",
  "using",
  "copy",
]);

function touchedTables(words: string[], owned: ReadonlySet<string>): string[] {
  return words.filter((word, index) => {
    // `lot.points` is a column.
    if (!owned.has(word) || words[index + 1] === ".") return false;
    const before = words[index - 1] ?? "";
    return introducesTable.has(before) || (before === "," && isFromList(words, index - 1));
  });
}

const clauses = new Set(["select", "returning", "set", "where", "by", "values", "on"]);

/** Whether the comma at `index` separates tables: the nearest clause before it, in the same parentheses, is FROM. */
function isFromList(words: string[], index: number): boolean {
  let depth = 0;
  for (let at = index - 1; at >= 0; at -= 1) {
    const word = words[at] ?? "";
    if (word === ")") depth += 1;
    else if (word === "(" && depth === 0) return false;
    else if (word === "(") depth -= 1;
    else if (depth === 0 && (word === "from" || word === "using")) return true;
    else if (depth === 0 && clauses.has(word)) return false;
  }
  return false;
}

/** How many tables the statement's mentions of merchant_id hold to a merchant. */
function conditions(words: string[]): number {
  const compared = new Set<number>();
  let listed = 0;
  words.forEach((word, index) => {
    if (word !== "merchant_id") return;
    // The comparison is counted, not its sides: `a.merchant_id = b.merchant_id` joins two tables and scopes neither.
    if (words[index + 1] === "=" || words[index + 1] === "in") compared.add(index + 1);
    else if (beforeName(words, index) === "=") compared.add(equalsBefore(words, index));
    else if (startsWrittenColumns(words, index)) listed += 1;
  });
  return compared.size + listed;
}

const isQualified = (words: string[], index: number): boolean => words[index - 1] === ".";

const beforeName = (words: string[], index: number): string | undefined =>
  words[isQualified(words, index) ? index - 3 : index - 1];

const equalsBefore = (words: string[], index: number): number => index - (isQualified(words, index) ? 3 : 1);

/** `into t (merchant_id, ...`, `copy t (...`, `using (merchant_id, ...`, and `(merchant_id, id) in ...`. */
function startsWrittenColumns(words: string[], index: number): boolean {
  let open = index - 1;
  while (open >= 0 && words[open] !== "(" && words[open] !== ")") open -= 1;
  if (words[open] !== "(") return false;
  if (words[open - 1] === "using") return true;
  const verb = [words[open - 2], words[open - 4]];
  if (verb.includes("into") || verb.includes("copy")) return true;
  const close = words.indexOf(")", index);
  const after = words[close + 1];
  return close > 0 && words[open - 1] !== "conflict" && (after === "in" || after === "=");
}
