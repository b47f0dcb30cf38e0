import { run } from "./import-try";

console.log(await run());
process.exit(0);
