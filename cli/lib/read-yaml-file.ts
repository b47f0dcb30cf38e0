import { readFileSync } from "node:fs";
import { describeProblem } from "@/lib/kernel/describe-problem";
import { OperatorError } from "@/lib/kernel/operator-error";
import { Problem } from "@/lib/kernel/problems";
import { readYaml, type YamlFile } from "@/lib/kernel/yaml-file";

export function readYamlFile(path: string): YamlFile {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new OperatorError(`${path} ${code === "ENOENT" ? "is not there" : `cannot be read: ${message}`}`, {
      cause: error,
    });
  }
  const file = readYaml(text.replace(/^\ufeff/, ""), path);
  // A write that was cut off leaves nothing, and nothing is not the same as a document whose every setting is left out.
  if (file.value === null || file.value === undefined) throw new OperatorError(`${path} is empty`);
  return file;
}

/**
 * Runs what takes the contents of the file; a refusal of a field says on which line of the file it is. `under`: the path
 * that the contents have in what is refused. What is not below it was given as an option.
 */
export async function withLines<T>(
  file: YamlFile,
  path: string,
  under: string,
  run: () => Promise<T>,
): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof Problem) || error.fields.length === 0) throw error;
    const lines = describeProblem(error, "en").fields.map((field) => {
      if (!field.path.startsWith(under)) return `--${field.path}: ${field.message}`;
      const inFile = field.path.slice(under.length);
      return `${path}:${file.lineOf(inFile)}: ${inFile}: ${field.message}`;
    });
    throw new OperatorError(lines.join("\n"), { cause: error });
  }
}
