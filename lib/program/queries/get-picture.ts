import { database } from "@/db/connection";

/** A picture of a program's, for anybody: who knows its hash has seen it or has it. */
export async function getPicture({
  merchantId,
  hash,
}: {
  merchantId: number;
  hash: string;
}): Promise<{ type: string; bytes: Buffer } | null> {
  const [row] = await database().sql<{ type: string; bytes: Buffer }[]>`
    select type, bytes from picture where merchant_id = ${merchantId} and hash = ${hash}`;
  return row ?? null;
}
