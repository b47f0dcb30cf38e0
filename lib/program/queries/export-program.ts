import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import type { Program } from "../schemas";
import { getProgram } from "./get-program";

/** The published program with its pictures in it, so that it can be applied in another place. */
export const exportProgram = defineQuery({
  name: "program.export",
  permission: "program.read",
  input: z.strictObject({}),
  async run({ actor, now, database }): Promise<Program> {
    const { content } = await getProgram.execute({ actor, now, database }, {});
    const hashes = content.rewards.flatMap(({ picture }) => picture ?? []);
    if (hashes.length === 0) return content;
    const rows = await database.sql<{ hash: string; type: string; bytes: Buffer }[]>`
      select hash, type, bytes from picture where merchant_id = ${actor.merchantId} and hash = any(${hashes}::text[])`;
    const pictures = new Map(
      rows.map(({ hash, type, bytes }) => [hash, `data:${type};base64,${bytes.toString("base64")}`]),
    );
    const rewards = content.rewards.map((reward) =>
      reward.picture ? { ...reward, picture: pictures.get(reward.picture) ?? reward.picture } : reward,
    );
    return { ...content, rewards };
  },
});
