import type { Sql } from "@/db/client";
import { describeField } from "@/lib/kernel/describe-problem";
import type { Locale } from "@/lib/kernel/i18n/locale";
import { copyText } from "./domain/copy-text";
import type { StagedPurchase } from "./domain/purchase-chunks";
import type { PurchaseRow } from "./purchase-rows";

/** A row that was not taken, as it is kept and written to the file of refusals. */
export interface Refusal {
  /** Line of the file. */
  row: number;
  /** The column to look at. */
  field: string | null;
  code: string;
  message: string;
}

export interface RefusalReason {
  /** The column as the file names it, where it is about one. */
  field: string | null;
  message: string;
  rows: number;
}

export type StagedRow =
  | { row: number; accepted: PurchaseRow }
  | { row: number; purchase: string | null; refusal: Refusal };

/** Which column of the file each field of a purchase comes from. */
export type FieldLabels = Partial<
  Record<"externalId" | "member" | "occurredAt" | "channel" | "amount", string>
>;

/** A purchase of more lines is refused; they are not brought together to be told so. */
const mostLines = 500;

/**
 * Where the rows of a file wait until those of a purchase are together: a temporary table, which the database sorts on its
 * disk and forgets with the connection. The process keeps a batch of rows, however long the file is.
 */
export class Staging {
  readonly #sql: Sql;

  private constructor(sql: Sql) {
    this.#sql = sql;
  }

  static async open(connection: Sql): Promise<Staging> {
    await connection.unsafe(`
      drop table if exists import_stage, import_refused;
      create temporary table import_stage (row integer not null, purchase text collate "C", member text collate "C", at bigint,
        channel text, body text, field text, code text, message text);
      create temporary table import_refused (row integer not null, field text, code text not null, message text not null);
      set work_mem = '32MB'`);
    return new Staging(connection);
  }

  /** Takes in the whole file. */
  async fill(batches: AsyncIterable<StagedRow[]>): Promise<void> {
    const copy = await this.#sql`
      copy import_stage (row, purchase, member, at, channel, body, field, code, message) from stdin`.writable();
    const failed = new Promise<never>((_, reject) => copy.once("error", reject));
    failed.catch(() => {});
    for await (const batch of batches) {
      const text = batch.map((row) => copyText(columnsOf(row))).join("");
      if (!copy.write(text))
        await Promise.race([new Promise((resolve) => copy.once("drain", resolve)), failed]);
    }
    await Promise.race([new Promise<void>((resolve) => copy.end(resolve)), failed]);
  }

  /**
   * The purchases, in batches. By member, so that one member's are decided one after the other and two members' may be at
   * once; or all by time, when they compete for a budget: who bought first gets of it first.
   */
  async *purchases(order: "member" | "time"): AsyncGenerator<StagedPurchase[]> {
    const sql = this.#sql;
    await sql.unsafe(`
      declare import_purchases no scroll cursor with hold for
      select purchase, coalesce(min(member), '') as member, coalesce(min(at), 0) as at, min(channel) as channel,
        array_agg(row order by row) filter (where no <= ${mostLines + 1} and code is null) as rows,
        array_agg(body order by row) filter (where no <= ${mostLines + 1} and code is null) as bodies, count(*)::int as count,
        min(row) filter (where code is not null) as "refusedRow",
        case when min(member) <> max(member) then 'member' when min(at) <> max(at) then 'occurredAt'
          when count(channel) not in (0, count(*) filter (where code is null)) or min(channel) <> max(channel) then 'channel'
        end as differs
      from (select *, row_number() over (partition by purchase order by row) as no from import_stage where purchase is not null) s
      group by purchase order by ${order === "member" ? "2, 3, 1" : "3, 1"}`);
    try {
      for (;;) {
        const rows = await sql<StagedPurchase[]>`fetch 1000 from import_purchases`;
        if (rows.length === 0) return;
        yield rows.map((row) => ({ ...row, rows: row.rows ?? [], bodies: row.bodies ?? [] }));
      }
    } finally {
      await sql.unsafe("close import_purchases");
    }
  }

  /** How many purchases the rows are about. */
  async purchaseCount(): Promise<number> {
    const [row] = await this.#sql<{ purchases: number }[]>`
      select count(distinct purchase)::int as purchases from import_stage`;
    return row?.purchases ?? 0;
  }

  async refuse(refusals: readonly Refusal[]): Promise<void> {
    if (refusals.length === 0) return;
    await this.#sql`
      insert into import_refused (row, field, code, message)
      select row, field, code, message from jsonb_to_recordset(${JSON.stringify(refusals)}::text::jsonb)
        as r(row integer, field text, code text, message text)`;
  }

  /** Refuses the rows of purchases that were not refused themselves. */
  async refusePurchases(
    refused: readonly { staged: StagedPurchase; refusal: Omit<Refusal, "row"> }[],
  ): Promise<void> {
    const isLong = ({ count }: StagedPurchase) => count > mostLines;
    await this.refuse(
      refused.flatMap(({ staged, refusal }) =>
        isLong(staged) ? [] : staged.rows.map((row) => ({ row, ...refusal })),
      ),
    );
    for (const { staged, refusal } of refused.filter(({ staged }) => isLong(staged))) {
      // Not all of its rows were brought together: they are found where they wait.
      await this.#sql.unsafe("create index if not exists import_stage_purchase on import_stage (purchase)");
      const { field, code, message } = refusal;
      await this.#sql`
        insert into import_refused (row, field, code, message)
        select row, ${field}, ${code}, ${message} from import_stage where purchase = ${staged.purchase} and code is null`;
    }
  }

  /** Keeps what was refused with the import. */
  async keepRefusals(merchantId: number, importId: string): Promise<void> {
    await this.#sql`
      insert into import_refusal (merchant_id, import_id, row, field, code, message)
      select ${merchantId}, ${importId}::uuid, row, field, code, message from (
        select row, field, code, message from import_stage where code is not null
        union all select row, field, code, message from import_refused) r
      on conflict do nothing`;
  }

  /** Rows. */
  async refusedCount(): Promise<number> {
    const [row] = await this.#sql<{ refused: number }[]>`
      select ((select count(*) from import_stage where code is not null) + (select count(*) from import_refused))::int as refused`;
    return row?.refused ?? 0;
  }

  /** The commonest reasons of refusals with their rows. */
  async refusalReasons(atMost = 5): Promise<RefusalReason[]> {
    return this.#sql<RefusalReason[]>`
      select field, message, count(*)::int as rows from (
        select field, message from import_stage where code is not null
        union all select field, message from import_refused) r
      group by field, message order by rows desc, field, message limit ${atMost}`;
  }

  /** Everything that was refused, in the order of the file. */
  async *refusals(): AsyncGenerator<Refusal[]> {
    const sql = this.#sql;
    await sql.unsafe(`
      declare import_refusals no scroll cursor with hold for
      select row, field, code, message from import_stage where code is not null
      union all select row, field, code, message from import_refused order by row`);
    try {
      for (;;) {
        const rows = await sql<Refusal[]>`fetch 5000 from import_refusals`;
        if (rows.length === 0) return;
        yield [...rows];
      }
    } finally {
      await sql.unsafe("close import_refusals");
    }
  }

  async close(): Promise<void> {
    await this.#sql
      .unsafe("drop table if exists import_stage, import_refused; reset work_mem")
      .catch(() => {});
  }
}

/** Why a purchase cannot be recorded although its rows, one by one, could be read. */
export function refusalOfPurchase(
  staged: StagedPurchase,
  labels: FieldLabels,
  locale: Locale = "en",
): Omit<Refusal, "row"> | undefined {
  const { count, differs, refusedRow } = staged;
  const problem = (code: string, field: string | null, params?: Record<string, number>) => ({
    field,
    code,
    message: describeField({ path: "", code, params }, locale),
  });
  if (count > mostLines)
    return problem("import.lines", labels.externalId ?? null, { lines: count, maximum: mostLines });
  if (refusedRow !== null) return problem("import.other_row", null, { row: refusedRow });
  if (differs) return problem("import.differs", labels[differs] ?? null);
  return undefined;
}

function columnsOf(staged: StagedRow): (string | number | null)[] {
  if ("refusal" in staged) {
    const { field, code, message } = staged.refusal;
    return [staged.row, staged.purchase, null, null, null, null, field, code, message];
  }
  const { purchase, member, at, channel, line } = staged.accepted;
  return [
    staged.row,
    purchase,
    JSON.stringify(member),
    at,
    channel ?? null,
    JSON.stringify(line),
    null,
    null,
    null,
  ];
}
