import type { Database } from "@/db/client";
import type { CsvRecord } from "./domain/csv-records";
import { withKeptFile } from "./kept-file";
import { type CsvOptions, openCsv } from "./read-csv";

export interface Sample {
  header: string[];
  records: CsvRecord[];
}

/** Rows looked at, and bytes fetched for them, while columns are chosen. */
export const sampleRows = 200;
const sampleBytes = 262_144;

/** The first rows of a sent file. Only its beginning is fetched: what that cuts through is left out. */
export function readSample(
  database: Database,
  run: { merchantId: number; id: string; name: string; bytes: number },
  options: CsvOptions,
): Promise<Sample> {
  const { merchantId, id, name } = run;
  return withKeptFile(database, { merchantId, id, file: "sent", name, most: sampleBytes }, async (path) => {
    const file = await openCsv(path, options);
    const records: CsvRecord[] = [];
    let whole = true;
    try {
      for await (const batch of file.records()) {
        records.push(...batch);
        if (records.length > sampleRows) break;
      }
    } catch (error) {
      // The beginning of a packed file cannot be unpacked to its end.
      if (records.length === 0 || run.bytes <= sampleBytes) throw error;
      whole = false;
    }
    const cut = records.length <= sampleRows && (!whole || run.bytes > sampleBytes);
    return { header: file.header, records: (cut ? records.slice(0, -1) : records).slice(0, sampleRows) };
  });
}
