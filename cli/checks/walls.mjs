// Plain JavaScript: dependency-cruiser does not find its parser when tsx loads it.
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { cruise } from "dependency-cruiser";

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL("../../", import.meta.url)).replace(/\/$/, "");
const folders = ["app", "bench", "cli", "components", "db", "lib"];
const swc = require("@swc/core");
const parse = swc.parseFileSync;

/**
 * Reads every import of the house and names those that a wall forbids.
 * @param {import("dependency-cruiser").IFlattenedRuleSet} ruleSet
 * @param {(module: import("@swc/core").Module) => import("@swc/core").Module} seen What of a file the rules are about.
 */
async function faultsOf(ruleSet, options, seen) {
  // It parses .tsx without JSX, and does not tell imports of types from others: both are put right here.
  swc.parseFileSync = (file, parseOptions) => seen(parse(file, { ...parseOptions, tsx: file.endsWith("x") }));
  const { output } = await cruise(
    folders,
    { ...options, ruleSet, validate: true, baseDir: root },
    { ...options.enhancedResolveOptions, alias: { "@": root } },
  );
  const read = output.modules.filter(({ source }) =>
    folders.some((folder) => source.startsWith(`${folder}/`)),
  );
  const faults = output.summary.violations.map(({ rule, from, to, cycle }) => {
    const way = cycle ? cycle.map((step) => step.name).join(" -> ") : to;
    return `${rule.name}: ${from} -> ${way}`;
  });
  return { read: read.length, imports: output.summary.totalDependenciesCruised, faults };
}

const withoutTypes = (module) => ({ ...module, body: module.body.filter((item) => !isTypeOnly(item)) });

/** `import type { A }`, `import { type A }` and the same of exports: gone once the types are. */
function isTypeOnly(item) {
  if (item.type !== "ImportDeclaration" && item.type !== "ExportNamedDeclaration") return false;
  return (
    item.typeOnly || (item.specifiers.length > 0 && item.specifiers.every(({ isTypeOnly: only }) => only))
  );
}

const walls = require("../../.dependency-cruiser.cjs");
const all = await faultsOf(walls.imports, walls.options, (module) => module);
const values = await faultsOf(walls.values, walls.options, withoutTypes);
const faults = [...new Set([...all.faults, ...values.faults])];
for (const fault of faults) console.log(fault);
console.log(`${all.read} files with ${all.imports} imports read, ${faults.length} of them through a wall`);
// Without a parser that understands the sources it reads nothing, and has nothing to complain about.
if (values.read === 0 || values.imports === 0 || faults.length > 0) process.exitCode = 1;
