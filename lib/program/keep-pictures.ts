import type { Tx } from "@/db/client";
import { type Actor, actorName } from "@/lib/access/actor";
import { isPictureHash, readPicture } from "@/lib/kernel/picture-data";
import { pictureHash } from "@/lib/kernel/picture-hash";
import { fieldProblem } from "@/lib/kernel/problems";
import type { Program } from "./schemas";

/** Keeps the pictures that come with a program, and returns it with their hashes in their place. One that is named must be here. */
export async function keepPictures(
  { tx, actor, now }: { tx: Tx; actor: Actor; now: Date },
  content: Program,
): Promise<Program> {
  const { merchantId } = actor;
  if (content.rewards.every(({ picture }) => picture === undefined)) return content;
  const rewards: Program["rewards"] = [];
  for (const reward of content.rewards) {
    const read = reward.picture && !isPictureHash(reward.picture) ? readPicture(reward.picture) : null;
    if (!reward.picture || !read || typeof read === "string") {
      rewards.push(reward);
      continue;
    }
    const hash = pictureHash(reward.picture);
    await tx.sql`
      insert into picture (merchant_id, hash, type, bytes, named_at, added_by)
      values (${merchantId}, ${hash}, ${read.type}, ${read.bytes}, ${now.toISOString()}, ${actorName(actor)})
      on conflict (merchant_id, hash) do update set named_at = excluded.named_at`;
    rewards.push({ ...reward, picture: hash });
  }
  const hashes = rewards.flatMap(({ picture }) => picture ?? []);
  // Written, not only looked at: clean-up takes what nobody named lately.
  const known = await tx.sql<{ hash: string }[]>`
    update picture set named_at = ${now.toISOString()} where merchant_id = ${merchantId} and hash = any(${hashes}::text[])
    returning hash`;
  const kept = new Set(known.map(({ hash }) => hash));
  const unknown = rewards.findIndex(({ picture }) => picture !== undefined && !kept.has(picture));
  if (unknown >= 0) throw fieldProblem(`content.rewards.${unknown}.picture`, "picture.unknown");
  return { ...content, rewards };
}
