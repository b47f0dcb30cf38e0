import {
  customType,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { amount, instant, merchantId } from "./columns";
import { merchant } from "./merchant";

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** A file that was, or is to be, imported: what its columns mean and what came of it. */
export const importRun = pgTable(
  "import_run",
  {
    merchantId: merchantId().references(() => merchant.id),
    id: uuid("id").notNull(),
    kind: text("kind").$type<"purchases" | "members">().notNull(),
    fileName: text("file_name").notNull(),
    mapping: jsonb("mapping").notNull(),
    /** open: its columns are still being chosen in the browser. */
    status: text("status").$type<"open" | "running" | "done" | "failed" | "undoing" | "undone">().notNull(),
    accepted: integer("accepted").notNull().default(0),
    repeated: integer("repeated").notNull().default(0),
    refused: integer("refused").notNull().default(0),
    membersCreated: integer("members_created").notNull().default(0),
    points: amount("points").notNull().default(0),
    startedAt: instant("started_at").notNull(),
    finishedAt: instant("finished_at"),
    startedBy: text("started_by").notNull(),
    /** Of a file that was sent by a browser; null while it is on its way, and for one that the command line read. */
    fileBytes: amount("file_bytes"),
    /** What the worker was asked for and has not finished. */
    task: text("task").$type<"check" | "record" | "undo">(),
    doing: text("doing").$type<"reading" | "recording">(),
    progress: integer("progress").notNull().default(0),
    progressTotal: integer("progress_total"),
    /** What the trial with this mapping said; null when the mapping was changed since. */
    checked: jsonb("checked"),
    /** Why the worker gave up: a problem's code and fields. */
    failure: jsonb("failure"),
  },
  (t) => [primaryKey({ columns: [t.merchantId, t.id] })],
);

/** A file in the database, so that any worker can read what any web process was sent. */
export const importFilePart = pgTable(
  "import_file_part",
  {
    merchantId: merchantId(),
    importId: uuid("import_id").notNull(),
    /** sent: the file itself. refused: its rows that were not taken, with the reasons. */
    file: text("file").$type<"sent" | "refused">().notNull(),
    no: smallint("no").notNull(),
    bytes: bytea("bytes").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.importId, t.file, t.no] }),
    foreignKey({ columns: [t.merchantId, t.importId], foreignColumns: [importRun.merchantId, importRun.id] }),
  ],
);

export const importRefusal = pgTable(
  "import_refusal",
  {
    merchantId: merchantId(),
    importId: uuid("import_id").notNull(),
    row: integer("row").notNull(),
    field: text("field"),
    code: text("code").notNull(),
    message: text("message").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.importId, t.row] }),
    foreignKey({ columns: [t.merchantId, t.importId], foreignColumns: [importRun.merchantId, importRun.id] }),
  ],
);
