import { Command } from "commander";

export interface BenchResult {
  name: string;
  /** Per second where larger is better, milliseconds where `unit` says so. */
  ours: number;
  limit: number;
  ratio: number;
  unit: string;
  /** What the ratio has to reach: at least, or at most. Absent: it is only told. */
  target?: { atLeast: number } | { atMost: number };
  [detail: string]: unknown;
}

const benches: Record<string, () => Promise<{ run(only: string[]): Promise<BenchResult[]> }>> = {
  award: () => import("./award"),
  "award-http": () => import("./award-http"),
  "award-growth": () => import("./award-growth"),
  import: () => import("./import"),
  expire: () => import("./expire"),
  tiers: () => import("./tiers"),
  pages: () => import("./pages"),
  overview: () => import("./overview"),
  desk: () => import("./desk"),
  redeem: () => import("./redeem"),
  "redeem-hot": () => import("./redeem-hot"),
};

const program = new Command("bench")
  .argument("<name>", `one of: ${Object.keys(benches).join(", ")}, all`)
  .argument("[only...]", "of the pages: these")
  .option("--json", "print one last line of JSON for each result")
  .action(async (name: string, only: string[], options: { json?: boolean }) => {
    const names = name === "all" ? Object.keys(benches) : [name];
    for (const one of names) {
      const load = benches[one];
      if (!load)
        return program.error(`There is no benchmark ${one}. There are: ${Object.keys(benches).join(", ")}.`);
      const { run } = await load();
      for (const result of await run(only)) {
        process.stdout.write(`${sentence(result)}\n`);
        if (options.json) process.stdout.write(`${JSON.stringify(result)}\n`);
      }
    }
  });

function sentence({ name, ours, limit, ratio, unit, target }: BenchResult): string {
  const told = `${name}: ${ours.toFixed(1)} against ${limit.toFixed(1)} ${unit}, ratio ${ratio.toFixed(3)}`;
  if (!target) return told;
  const reached = "atLeast" in target ? ratio >= target.atLeast : ratio <= target.atMost;
  const wanted = "atLeast" in target ? `at least ${target.atLeast}` : `at most ${target.atMost}`;
  return `${told} (${wanted}: ${reached ? "reached" : "missed"})`;
}

await program.parseAsync();
process.exit(0);
