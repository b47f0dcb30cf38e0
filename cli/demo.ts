import { type SignIn, seedDemo } from "@/db/seed/demo";
import { runCommand } from "./lib/run-command";
import { serve } from "./lib/serve";

/** `npm run demo`: as `npm start`, with a program that has a year of history behind it. A second run reuses it. */
await runCommand(() => serve({ mode: "start", prepare: seed }));

async function seed(url: string): Promise<string[]> {
  console.log("Looking after the demo program ...");
  const { signIns } = await seedDemo(url);
  return [
    "Sign in as:",
    ...signIns.map(({ role, url: address, email, password }) =>
      [`  ${role.padEnd(8)}`, address, email, password ?? otherwise(role)].join("  "),
    ),
    "Ctrl-C stops it.",
  ];
}

function otherwise(role: SignIn["role"]): string {
  return role === "customer" ? "(the link signs in)" : "(with the password that was given since)";
}
