import { clockSkewMs } from "@/lib/kernel/clock-skew";
import { describeField, describeProblem } from "@/lib/kernel/describe-problem";
import type { Locale } from "@/lib/kernel/i18n/locale";
import { type FieldProblem, Problem } from "@/lib/kernel/problems";
import { enrolMany } from "@/lib/members/enrol-many";
import type { MemberRef } from "@/lib/members/schemas";
import { columnWords } from "./column-words";
import { Columns } from "./domain/columns";
import { type ImportedPurchase, importedPurchase } from "./domain/purchase-chunks";
import { labelsOfMapping, rulesInForce } from "./import-rules";
import { type ImportContext, importPlace } from "./import-run";
import { memberRowReader } from "./member-rows";
import { type PurchaseRow, purchaseRowReader } from "./purchase-rows";
import { recordChunk } from "./record-chunk";
import type { Sample } from "./sample-rows";
import type { MembersMapping, PurchasesMapping } from "./schemas";

export interface PreviewedRow {
  /** Line of the file. */
  row: number;
  /** The receipt, or the member's own number. */
  no: string | null;
  who: string | null;
  /** ISO instant. */
  at: string | null;
  /** What was bought, or how a member is reached. */
  what: string | null;
  /** Minor units. */
  amount: number | null;
  outcome: { is: "points"; points: number } | { is: "new" | "known" } | { is: "refused"; why: string };
}

/** So many purchases or members are shown. */
const shown = 8;
/** The first purchases of a file: brought together, judged and posted as an import would, and taken back. */
export async function previewPurchases(
  context: ImportContext,
  mapping: PurchasesMapping,
  sample: Sample,
): Promise<PreviewedRow[]> {
  const locale = context.locale ?? "en";
  const place = await importPlace(context.database, context.actor.merchantId);
  const columns = new Columns(sample.header, new Map(), mapping.empty, columnWords(locale));
  const read = purchaseRowReader(mapping, columns, place, new Date(context.now.getTime() + clockSkewMs));
  if (columns.unknown.length > 0) throw new Problem("invalid", { fields: columns.unknown });
  const refused: PreviewedRow[] = [];
  const purchases = new Map<string, { rows: number[]; lines: PurchaseRow[]; refused: boolean }>();
  for (const { line: row, fields, fault } of sample.records) {
    const result = fault
      ? { ok: false as const, purchase: null, fault: { path: "", code: fault } }
      : read(fields);
    const key = result.ok ? result.row.purchase : result.purchase;
    const purchase =
      key === null ? undefined : (purchases.get(key) ?? { rows: [], lines: [], refused: false });
    if (key !== null && purchase) purchases.set(key, purchase);
    purchase?.rows.push(row);
    if (result.ok) purchase?.lines.push(result.row);
    else {
      if (purchase) purchase.refused = true;
      refused.push({ ...blank, row, no: key, outcome: { is: "refused", why: whyOf(result.fault, locale) } });
    }
  }
  const whole = [...purchases].filter(([, one]) => !one.refused && one.lines.length > 0).slice(0, shown);
  const landed = await landPurchases(context, mapping, whole);
  return [...landed, ...refused.slice(0, shown)].sort((a, b) => a.row - b.row).slice(0, shown + 4);
}

async function landPurchases(
  context: ImportContext,
  mapping: PurchasesMapping,
  whole: [string, { rows: number[]; lines: PurchaseRow[] }][],
): Promise<PreviewedRow[]> {
  if (whole.length === 0) return [];
  const chunk = whole.map(([purchase, one]) => staged(purchase, one));
  const { enrol } = await rulesInForce(context, mapping);
  const labels = labelsOfMapping(mapping);
  const recorded = await recordChunk(context, chunk, { importId: null, enrol, labels });
  return chunk.map((purchase, index) => {
    const outcome = recorded.each[index] ?? "refused";
    const [row = 0] = purchase.rows;
    const refusal = recorded.refusals.find((one) => one.row === row);
    const { lines } = purchase.input;
    return {
      row,
      no: purchase.input.externalId,
      who: nameOf(purchase.input.member),
      at: purchase.input.occurredAt.toISOString(),
      what: lines.map((line) => line.name ?? line.productType).join(", "),
      amount: lines.reduce((sum, line) => sum + line.amount, 0),
      outcome:
        outcome === "repeated"
          ? { is: "known" }
          : outcome === "refused"
            ? { is: "refused", why: refusal?.message ?? "" }
            : { is: "points", points: outcome.points },
    };
  });
}

const whyOf = (fault: FieldProblem, locale: Locale): string =>
  `${fault.path ? `${fault.path}: ` : ""}${describeField(fault, locale)}`;

const blank = { no: null, who: null, at: null, what: null, amount: null };

function staged(
  purchase: string,
  { rows, lines }: { rows: number[]; lines: PurchaseRow[] },
): ImportedPurchase {
  const [first] = lines;
  return importedPurchase({
    purchase,
    member: JSON.stringify(first?.member),
    at: first?.at ?? 0,
    channel: first?.channel ?? null,
    rows,
    bodies: lines.map(({ line }) => JSON.stringify(line)),
    count: lines.length,
    refusedRow: null,
    differs: null,
  });
}

const nameOf = (ref: MemberRef): string => String(Object.values(ref)[0]);

class TakenBack extends Error {}

/** The first people of a file: enrolled as an import would, and taken back. */
export async function previewMembers(
  context: ImportContext,
  mapping: MembersMapping,
  sample: Sample,
): Promise<PreviewedRow[]> {
  const { actor, now, database, locale = "en" } = context;
  const place = await importPlace(database, actor.merchantId);
  const columns = new Columns(sample.header, new Map(), mapping.empty, columnWords(locale));
  const read = memberRowReader(mapping, columns, place, new Date(now.getTime() + clockSkewMs));
  if (columns.unknown.length > 0) throw new Problem("invalid", { fields: columns.unknown });
  const rows = sample.records.slice(0, shown).map(({ line, fields, fault }) => ({
    row: line,
    read: fault ? { ok: false as const, fault: { path: "", code: fault } } : read(fields),
  }));
  const people = rows.flatMap(({ read: one }) => (one.ok ? [one.row] : []));
  let outcomes: Awaited<ReturnType<typeof enrolMany>> = [];
  await database
    .transaction(async (tx) => {
      const enrolling = people.map(({ enrolment }) => ({ enrolment, at: now }));
      outcomes = await enrolMany({ tx, actor, now }, enrolling, { via: "import" });
      throw new TakenBack();
    })
    .catch((error: unknown) => {
      if (!(error instanceof TakenBack)) throw error;
    });
  return rows.map(({ row, read: one }) => {
    if (!one.ok) {
      return { ...blank, row, outcome: { is: "refused", why: whyOf(one.fault, locale) } };
    }
    const { enrolment, enrolledAt } = one.row;
    const outcome = outcomes[people.indexOf(one.row)];
    const words = outcome?.ok === false ? describeProblem(outcome.problem, locale) : null;
    return {
      row,
      no: enrolment.externalId ?? null,
      who: enrolment.name ?? null,
      at: enrolledAt === undefined ? null : new Date(enrolledAt).toISOString(),
      what: [enrolment.email, enrolment.phone].filter(Boolean).join(", ") || null,
      amount: null,
      outcome: words
        ? { is: "refused", why: words.detail ?? words.title }
        : { is: outcome?.ok && outcome.repeated ? "known" : "new" },
    };
  });
}
