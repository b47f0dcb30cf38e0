import { csvLine } from "@/lib/kernel/csv";
import { log } from "@/lib/kernel/log";

type Row = readonly (string | number | null | undefined)[];

/**
 * A file of records as a download. Rows are asked for as they are sent: a million of them are never in memory at once. A
 * spreadsheet takes it for UTF-8 by the mark at its beginning.
 */
export function csvResponse(
  fileName: string,
  columns: readonly string[],
  batches: AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>,
): Response {
  const encoder = new TextEncoder();
  async function* bytes() {
    yield encoder.encode(`\ufeff${csvLine(columns)}`);
    for await (const rows of batches) yield encoder.encode(rows.map(csvLine).join(""));
  }
  const source = bytes();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { value, done } = await source.next();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        // The status is sent already: the browser sees a download that broke off, not a file that looks whole.
        log().error({ err: error }, "a download broke off");
        controller.error(error);
      }
    },
    cancel: async () => {
      await source.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${fileName}"`,
      "cache-control": "private, no-store",
    },
  });
}
