import { database } from "@/db/connection";
import { databaseFitness } from "@/db/fitness";

export interface Health {
  status: "ok" | "unfit";
  database: "reachable" | "unreachable";
  migrations: "applied" | "pending" | "unknown";
}

/** Whoever asks after our health waits no longer than this for the database, in milliseconds. */
const patience = 3_000;

/** Whether this process can serve: its database answers, and has every migration of this program. */
export async function getHealth(): Promise<Health> {
  const { reachable, migrationsPending } = await withinPatience(databaseFitness(database().sql));
  if (!reachable) return { status: "unfit", database: "unreachable", migrations: "unknown" };
  return migrationsPending
    ? { status: "unfit", database: "reachable", migrations: "pending" }
    : { status: "ok", database: "reachable", migrations: "applied" };
}

type Fitness = Awaited<ReturnType<typeof databaseFitness>>;

async function withinPatience(asked: Promise<Fitness>): Promise<Fitness> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Fitness>((resolve) => {
    timer = setTimeout(() => resolve({ reachable: false, migrationsPending: true }), patience);
  });
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}
