import { openDatabase } from "@/db/client";
import { tiersDue } from "@/lib/tiers/run-due";

// A process of its own, so that its peak is the re-evaluation's: node --import tsx tiers-once.ts URL MERCHANT NOW
const [url = "", merchant = "", at = ""] = process.argv.slice(2);
const database = openDatabase(url, { max: 2, name: "regulars-bench-tiers" });
const actor = {
  kind: "system",
  name: "bench",
  merchantId: Number(merchant),
  transport: "job",
} as const;
const begun = performance.now();
const { tiersLookedAt, tiersMoved } = await tiersDue({ actor, now: new Date(at), database });
const seconds = (performance.now() - begun) / 1000;
await database.close();
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(JSON.stringify({ tiersLookedAt, tiersMoved, seconds, megabytes }));
