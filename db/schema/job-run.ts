import { pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, merchantId } from "./columns";
import { merchant } from "./merchant";

/** What the worker did for a shop by the clock, and when. */
export const jobRun = pgTable(
  "job_run",
  {
    merchantId: merchantId().references(() => merchant.id),
    job: text("job").notNull(),
    startedAt: instant("started_at").notNull(),
    finishedAt: instant("finished_at").notNull(),
    /** What went wrong, in the program's own words; null when nothing did. */
    failure: text("failure"),
  },
  (t) => [primaryKey({ columns: [t.merchantId, t.job, t.startedAt] })],
);
