import postgres from "postgres";
import { runCommand } from "./lib/run-command";
import { serve } from "./lib/serve";

/** `npm start`: everything that an installation needs, until Ctrl-C. */
await runCommand(() => serve({ mode: "start", prepare: whatToDoFirst }));

async function whatToDoFirst(url: string): Promise<string[]> {
  const sql = postgres(url, { max: 1 });
  try {
    const [row] = await sql`select exists (select from merchant) as settled`;
    return [
      row?.settled
        ? "Open it and sign in. Ctrl-C stops it."
        : "Open it to set up your shop. Ctrl-C stops it.",
    ];
  } finally {
    await sql.end();
  }
}
