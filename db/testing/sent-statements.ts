import { appendFileSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Notes each different statement once, as it is sent: a run that is killed has noted what it did. */
export function statementCollector(directory: string, name: string): (text: string) => void {
  mkdirSync(directory, { recursive: true });
  const file = join(directory, `${name}.jsonl`);
  const noted = new Set<string>();
  return (text) => {
    if (noted.has(text)) return;
    noted.add(text);
    appendFileSync(file, `${JSON.stringify(text)}\n`);
  };
}

/** Every different statement of the run so far. */
export function collectedStatements(directory: string): string[] {
  mkdirSync(directory, { recursive: true });
  const lines = readdirSync(directory).flatMap((name) =>
    readFileSync(join(directory, name), "utf8").split("\n"),
  );
  return [...new Set(lines.filter((line) => line !== ""))].map((line): string => JSON.parse(line));
}
