import { describe, expect, test } from "vitest";
import { isNpm } from "./process-identity";

describe("the npm above a run, by what the system shows of its command line", () => {
  test.each([
    "npm run demo",
    "npm start",
    "npm",
    "node /usr/local/bin/npm run demo",
    "/opt/homebrew/bin/node /opt/homebrew/lib/node_modules/npm/bin/npm-cli.js start",
  ])("%s is npm", (line) => expect(isNpm(line)).toBe(true));

  test.each([
    "",
    "sh -c tsx cli/demo.ts",
    "node /home/npm/regulars/node_modules/.bin/tsx cli/demo.ts",
    "node --import tsx cli/start.ts",
    "npmd --listen",
  ])("%j is not", (line) => expect(isNpm(line)).toBe(false));
});
