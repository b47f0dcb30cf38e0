import { describeProblem } from "@/lib/kernel/describe-problem";
import type { Locale } from "@/lib/kernel/i18n/locale";
import { type FieldProblem, Problem, type ProblemCode } from "@/lib/kernel/problems";
import type { ImportReport } from "./import-run";
import type { LockedImport } from "./lock-import";

/** An import as its page shows it. */
export interface ImportView extends Omit<LockedImport, "checked"> {
  id: string;
  accepted: number;
  repeated: number;
  refused: number;
  membersCreated: number;
  points: number;
  startedAt: string;
  finishedAt: string | null;
  startedBy: string;
  doing: "reading" | "recording" | null;
  progress: number;
  progressTotal: number | null;
  /** What a trial with these columns said. */
  checked:
    | (Omit<ImportReport, "id" | "dryRun" | "refusedFile" | "reasons"> &
        // A trial of before reasons were counted has none.
        Partial<Pick<ImportReport, "reasons">>)
    | null;
  /** Why it stopped, in the reader's words. */
  failure: string | null;
  /** Whether there are rows to read in the file of refusals. */
  hasRefused: boolean;
}

export type ImportRow = Omit<ImportView, "failure"> & {
  failure: { code: ProblemCode; fields: FieldProblem[]; params: Record<string, string | number> } | null;
};

export function importView(row: ImportRow, locale: Locale): ImportView {
  return {
    ...row,
    startedAt: new Date(row.startedAt).toISOString(),
    finishedAt: row.finishedAt && new Date(row.finishedAt).toISOString(),
    failure: row.failure && inWords(row.failure, locale),
  };
}

function inWords({ code, fields, params }: NonNullable<ImportRow["failure"]>, locale: Locale): string {
  const words = describeProblem(new Problem(code, { fields, params }), locale);
  return words.fields.length > 0 ? words.fields.map(({ message }) => message).join(" ") : words.title;
}
