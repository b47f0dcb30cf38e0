import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { OperatorError } from "@/lib/kernel/operator-error";
import { fieldProblem, Problem } from "@/lib/kernel/problems";
import { readYaml } from "@/lib/kernel/yaml-file";
import { membersMappingSchema, purchasesMappingSchema } from "../schemas";

/** Reads a mapping that was kept as a file, the command line's own: YAML, checked as an import would. */
export const readMappingFile = defineQuery({
  name: "import.read-mapping",
  permission: "import.run",
  input: z.strictObject({ text: z.string().min(1).max(200_000) }),
  async run({ input }) {
    const value = readText(input.text);
    const kind = typeof value === "object" && value !== null && "purchase" in value ? "purchases" : "members";
    const schema = kind === "purchases" ? purchasesMappingSchema : membersMappingSchema;
    const read = schema.safeParse(value);
    if (!read.success) {
      const [issue] = read.error.issues;
      throw fieldProblem("mapping", "import.mapping_file", { path: issue?.path.map(String).join(".") ?? "" });
    }
    if (Object.keys(read.data.files).length > 0) throw fieldProblem("mapping", "import.joined");
    return { kind, mapping: value as Record<string, unknown> } as const;
  },
});

function readText(text: string): unknown {
  try {
    return readYaml(text, "mapping").value;
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    const line = Number(/^mapping:(\d+)/.exec(error.message)?.[1] ?? 1);
    throw new Problem("invalid", { fields: [{ path: "mapping", code: "import.no_yaml", params: { line } }] });
  }
}
