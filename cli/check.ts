import { runAndSum } from "./lib/end-of-run";
import { staticChecks } from "./lib/static-checks";

/** `npm run check`: what can be said of the sources without running them. */
await runAndSum(staticChecks);
