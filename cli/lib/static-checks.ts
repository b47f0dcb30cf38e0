import type { Step } from "./steps";

const bin = (path: string) => `node_modules/${path}`;

/** What can be said of the sources without running them. */
export const staticChecks: Step[] = [
  { name: "format and lint", run: [[bin("@biomejs/biome/bin/biome"), "ci", "--colors=off", "."]] },
  { name: "walls", run: [["cli/checks/walls.mjs"]] },
  { name: "source rules", run: [["--import", "tsx", "cli/checks/source-rules.ts"]] },
  { name: "lock file", run: [["--import", "tsx", "cli/checks/lock-file.ts"]] },
  { name: "unused code", run: [[bin("knip/bin/knip.js"), "--no-config-hints", "--no-progress"]] },
  {
    name: "types",
    // The first writes what the second reads: the types of routes, which are not in the repository.
    run: [
      [bin("next/dist/bin/next"), "typegen"],
      [bin("typescript/bin/tsc"), "--noEmit", "-p", "."],
    ],
  },
];
