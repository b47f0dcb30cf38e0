import { spawn } from "node:child_process";
import { freePort } from "@/cli/lib/free-port";
import { webServerArgs } from "@/cli/lib/web-server-args";
import { newApiKeySecret } from "@/lib/access/api-key";
import { childEnv } from "@/lib/kernel/env";
import { uuidv7 } from "@/lib/kernel/ids";
import { post } from "./lib/http-load";
import { samplePurchase } from "./lib/purchase";
import { interleave, throughput } from "./lib/rounds";
import { type BenchShop, openShop } from "./lib/shop";
import type { BenchResult } from "./run";

/** A shop's few tills, and a chain's many. */
const loads = [
  { name: "award-http", ms: 5000, concurrency: 64 },
  { name: "award-http-16", ms: 5000, concurrency: 16 },
];

/** POST /api/v1/purchases against a route of the same built server that only answers. Needs `npm run build` first. */
export async function run(): Promise<BenchResult[]> {
  const shop = await openShop(2000, 2);
  try {
    return await measured(shop);
  } finally {
    await shop.close();
  }
}

async function measured(shop: BenchShop): Promise<BenchResult[]> {
  const key = await addKey(shop);
  const server = await serve(shop.url);
  try {
    const awarding = (index: number) => award(server.origin, key, shop, index);
    const pinging = (index: number) => ping(server.origin, shop, index);
    // As in the award benchmark: a server that has warmed up, and tables that autovacuum has looked at.
    await throughput(awarding, { ms: 10_000, concurrency: 16 });
    await shop.database.sql`analyze`;
    const results: BenchResult[] = [];
    for (const { name, ...load } of loads) {
      const result = await interleave(
        5,
        () => throughput(awarding, load),
        () => throughput(pinging, load),
      );
      results.push({ name, ...result, unit: "requests/s", target: { atLeast: 0.5 }, ...load });
    }
    return results;
  } finally {
    await server.stop();
  }
}

const bodyAt = ({ members }: BenchShop, index: number): string => {
  const member = members[(index * 7919) % members.length];
  if (!member) throw new Error("no members");
  return JSON.stringify(samplePurchase(member));
};

async function award(origin: string, key: string, shop: BenchShop, index: number): Promise<void> {
  const status = await post(`${origin}/api/v1/purchases`, bodyAt(shop, index), {
    authorization: `Bearer ${key}`,
  });
  if (status !== 201) throw new Error(`POST /purchases answered ${status}`);
}

async function ping(origin: string, shop: BenchShop, index: number): Promise<void> {
  const status = await post(`${origin}/api/ping`, bodyAt(shop, index), {});
  if (status !== 200) throw new Error(`POST /ping answered ${status}`);
}

async function addKey({ database, actor }: BenchShop): Promise<string> {
  const { secret, hash, hint } = newApiKeySecret(actor.merchantId);
  await database.sql`
    insert into api_key (merchant_id, id, name, hash, hint, scopes, rate_limit, created_by)
    values (${actor.merchantId}, ${uuidv7()}, 'bench', ${hash}, ${hint}, ${["purchases:write"]}, 10000000, 'system:bench')`;
  return secret;
}

async function serve(databaseUrl: string): Promise<{ origin: string; stop(): Promise<void> }> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, webServerArgs(port), {
    stdio: ["ignore", "ignore", "inherit"],
    env: childEnv({
      NODE_ENV: "production",
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      NEXTAUTH_URL: origin,
      NEXTAUTH_SECRET: "a secret for the length of a benchmark",
      LOG_LEVEL: "warn",
    }),
  });
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async () => {
    child.kill("SIGTERM");
    await exited;
  };
  for (let tries = 0; ; tries++) {
    const up = await post(`${origin}/api/ping`, "{}", {}).catch(() => 0);
    if (up === 200) return { origin, stop };
    if (tries === 100 || child.exitCode !== null) {
      await stop();
      throw new Error("the web server did not start: is there a build? (npm run build)");
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
