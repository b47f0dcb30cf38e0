import { basename } from "node:path";
import type { Tx } from "@/db/client";
import { authorize, withRetries } from "@/lib/access/define-command";
import { parseInput } from "@/lib/access/parse-input";
import { clockSkewMs } from "@/lib/kernel/clock-skew";
import { describeField, describeProblem } from "@/lib/kernel/describe-problem";
import type { Locale } from "@/lib/kernel/i18n/locale";
import { type FieldProblem, Problem } from "@/lib/kernel/problems";
import { enrolMany } from "@/lib/members/enrol-many";
import { columnWords } from "../column-words";
import { Columns } from "../domain/columns";
import { columnOfMember } from "../import-rules";
import {
  addCounts,
  endRun,
  type ImportContext,
  type ImportCounts,
  type ImportReport,
  type ImportRequest,
  importPlace,
  noCounts,
  startRun,
} from "../import-run";
import { importSession } from "../import-session";
import { readJoinedFiles } from "../lookups";
import { type MemberRow, type MemberRowReader, memberRowReader } from "../member-rows";
import { planForGrowth } from "../plan-for-growth";
import { openCsv } from "../read-csv";
import { refusedPlace, reportRefusals } from "../refused-file";
import { membersMappingSchema } from "../schemas";
import { type Refusal, Staging } from "../staging";

/**
 * Enrols the people of a file, a batch of rows a transaction, silently: no welcome, no message. Whoever is a member already
 * stays as they are, so running it again changes nothing.
 */
export async function importMembers(context: ImportContext, request: ImportRequest): Promise<ImportReport> {
  const { actor, now, database } = context;
  authorize(actor, "import.run");
  const mapping = parseInput(membersMappingSchema, request.mapping);
  const place = await importPlace(database, actor.merchantId);
  const file = await openCsv(request.file, mapping);
  const called = columnWords(context.locale ?? "en");
  const joined = await readJoinedFiles(request.file, mapping);
  const columns = new Columns(file.header, joined, mapping.empty, called);
  const read = memberRowReader(mapping, columns, place, new Date(now.getTime() + clockSkewMs));
  if (columns.unknown.length > 0) throw new Problem("invalid", { fields: columns.unknown });
  const path = await refusedPlace(request);
  return importSession(database, actor.merchantId, async (connection) => {
    const staging = await Staging.open(connection);
    try {
      const columnOf = (path: string) => columnOfMember(mapping, path) ?? called(`member.${path}`);
      const run = new MembersRun(context, request, { read, columnOf }, staging);
      await run.start();
      try {
        for await (const records of file.records()) await run.take(records);
        await run.end("done");
      } catch (error) {
        // What stopped the import may stop this too, and it is the first that matters.
        await run.end("failed").catch(() => {});
        throw error;
      }
      return await run.report(
        await reportRefusals({ file: request.file, path }, mapping, staging, context.locale),
      );
    } finally {
      await staging.close();
    }
  });
}

interface Reading {
  read: MemberRowReader;
  /** What a field of a member was read from. */
  columnOf: (path: string) => string;
}

interface Taken {
  line: number;
  row: MemberRow;
}

class TakenBack extends Error {
  constructor(readonly enrolled: Enrolled) {
    super("a dry run");
  }
}

type Enrolled = ImportCounts & { refusals: Refusal[] };

class MembersRun {
  readonly #context: ImportContext;
  readonly #request: ImportRequest;
  readonly #reading: Reading;
  readonly #staging: Staging;
  readonly #counts = noCounts();
  readonly #locale: Locale;
  #id: string | null = null;
  #rows = 0;

  constructor(context: ImportContext, request: ImportRequest, reading: Reading, staging: Staging) {
    this.#context = context;
    this.#locale = context.locale ?? "en";
    this.#request = request;
    this.#reading = reading;
    this.#staging = staging;
  }

  async start(): Promise<void> {
    const { file, mapping, dryRun, runId } = this.#request;
    if (dryRun) return;
    this.#id = await startRun(this.#context, { kind: "members", fileName: basename(file), mapping, runId });
  }

  async take(records: readonly { line: number; fields: string[]; fault?: string }[]): Promise<void> {
    const taken: Taken[] = [];
    const refusals: Refusal[] = [];
    for (const { line, fields, fault } of records) {
      if (fault) {
        refusals.push(refusal(line, { path: "", code: fault }, this.#locale));
        continue;
      }
      const read = this.#reading.read(fields);
      if (read.ok) taken.push({ line, row: read.row });
      else refusals.push(refusal(line, read.fault, this.#locale));
    }
    for (let at = 0; at < taken.length; at += 1000) {
      const enrolled = await this.#enrol(taken.slice(at, at + 1000));
      addCounts(this.#counts, enrolled);
      refusals.push(...enrolled.refusals);
      if (this.#counts.accepted > 0 && this.#counts.accepted === enrolled.accepted)
        await planForGrowth(this.#context.database);
    }
    await this.#staging.refuse(refusals);
    this.#rows += records.length;
    this.#request.onProgress?.({ doing: "recording", done: this.#rows });
  }

  async #enrol(taken: readonly Taken[]): Promise<Enrolled> {
    try {
      return await withRetries(() =>
        this.#context.database.transaction(async (tx) => {
          const enrolled = await this.#enrolIn(tx, taken);
          if (this.#id === null) throw new TakenBack(enrolled);
          return enrolled;
        }),
      );
    } catch (error) {
      if (error instanceof TakenBack) return error.enrolled;
      throw error;
    }
  }

  async #enrolIn(tx: Tx, taken: readonly Taken[]): Promise<Enrolled> {
    const { actor, now } = this.#context;
    const people = taken.map(({ row }) => ({
      enrolment: row.enrolment,
      at: row.enrolledAt === undefined ? now : new Date(Math.min(row.enrolledAt, now.getTime())),
    }));
    const outcomes = await enrolMany({ tx, actor, now }, people, {
      via: "import",
      importId: this.#id ?? undefined,
    });
    const enrolled: Enrolled = { ...noCounts(), refusals: [] };
    for (const [index, outcome] of outcomes.entries()) {
      if (!outcome.ok) enrolled.refusals.push(this.#refusalOf(taken[index]?.line ?? 0, outcome.problem));
      else if (outcome.repeated) enrolled.repeated += 1;
      else enrolled.accepted += 1;
    }
    enrolled.membersCreated = enrolled.accepted;
    return enrolled;
  }

  #refusalOf(row: number, problem: Problem): Refusal {
    const [field] = problem.fields;
    if (field) return refusal(row, { ...field, path: this.#reading.columnOf(field.path) }, this.#locale);
    return { row, field: null, code: problem.code, message: describeProblem(problem, this.#locale).title };
  }

  async end(status: "done" | "failed"): Promise<void> {
    if (this.#id === null) return;
    await this.#staging.keepRefusals(this.#context.actor.merchantId, this.#id);
    await endRun(this.#context, this.#id, {
      ...this.#counts,
      status,
      refused: await this.#staging.refusedCount(),
    });
  }

  async report(refusedFile: string | null): Promise<ImportReport> {
    const refused = await this.#staging.refusedCount();
    return {
      id: this.#id,
      dryRun: this.#id === null,
      rows: this.#rows,
      ...this.#counts,
      refused,
      reasons: await this.#staging.refusalReasons(),
      refusedFile,
    };
  }
}

const refusal = (row: number, fault: FieldProblem, locale: Locale): Refusal => ({
  row,
  field: fault.path || null,
  code: fault.code,
  message: describeField(fault, locale),
});
