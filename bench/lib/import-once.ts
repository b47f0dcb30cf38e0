import { openDatabase } from "@/db/client";
import { importJourney, journeyShop } from "./journey";

// A process of its own, so that its peak is the import's: node --import tsx import-once.ts URL FILE
const [url = "", file = ""] = process.argv.slice(2);
const database = openDatabase(url, { max: 4, name: "regulars-bench-import" });
const { accepted } = await importJourney(database, await journeyShop(database), file);
await database.close();
process.stdout.write(
  JSON.stringify({ accepted, megabytes: Math.round(process.resourceUsage().maxRSS / 1024) }),
);
