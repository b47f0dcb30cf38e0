import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = { "@": fileURLToPath(new URL("./", import.meta.url)).replace(/\/$/, "") };
/** They put something else in the place of a module, which no other file may meet. */
const replacing = ["lib/access/who-may-do-what.db.test.ts", "lib/access/session.db.test.ts"];
const databaseProject = {
  globalSetup: ["./db/testing/vitest-setup.ts"],
  // As the journeys: for a machine that has other things to do.
  testTimeout: 120_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  resolve: { alias },
  test: {
    // A forgotten `.only` must not pass as a suite.
    allowOnly: false,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{lib,components,cli,db,bench,app,e2e}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.db.test.ts"],
          // Nothing here keeps anything: the files of a worker share what they import, which halves the time.
          pool: "threads",
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          ...databaseProject,
          name: "db",
          include: ["{lib,components,cli,db,bench,app}/**/*.db.test.ts"],
          exclude: ["db/isolation.db.test.ts", ...replacing],
          isolate: false,
        },
      },
      { extends: true, test: { ...databaseProject, name: "db-replacing", include: replacing } },
      {
        extends: true,
        test: {
          ...databaseProject,
          name: "isolation",
          include: ["db/isolation.db.test.ts"],
          // After the others: it reads the statements that they sent.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
