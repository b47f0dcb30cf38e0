import { runCommand } from "./lib/run-command";
import { serve } from "./lib/serve";

/** `npm run dev`: as `npm start`, from the sources, with every change shown at once. The worker is started again by hand. */
await runCommand(() => serve({ mode: "dev", prepare: async () => ["Ctrl-C stops it."] }));
