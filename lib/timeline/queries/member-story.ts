import { type Actor, actorName } from "@/lib/access/actor";
import { actorNames } from "@/lib/access/actor-names";
import { defineQuery } from "@/lib/access/define-query";
import { mayActor } from "@/lib/access/permissions";
import { shopById } from "@/lib/access/shop";
import { writeCursor } from "@/lib/kernel/cursor";
import { Problem } from "@/lib/kernel/problems";
import { publishedProgram } from "@/lib/program/published-program";
import { gatherStory, type StoryActor, type StoryRow } from "../domain/story";
import { type StoryPart, type StoryPlace, storyList, storySchema } from "../schemas";
import { readSource, type StoryContext } from "../story-source";
import { storySources } from "../story-sources";

/** Pages read for one that has something in it: what another kind tells is passed over. */
const rounds = 5;

/**
 * All that happened to a member as one story, newest first, or one part of it. Every kind is read by an index of its own from
 * where the last page ended, so a page costs the same however long the story is.
 */
export const memberStory = defineQuery({
  name: "timeline.story",
  permission: "members.read",
  input: storySchema,
  async run({ actor, input, now, database }): Promise<{ rows: StoryRow[]; next: string | null }> {
    const { merchantId } = actor;
    const { id: memberId, part, locale, limit } = input;
    const [known] = await database.sql`
      select id from member where merchant_id = ${merchantId} and id = ${memberId} and status = 'active'`;
    if (!known) throw new Problem("not_found");
    const [shop, program] = await Promise.all([
      shopById(database, merchantId),
      publishedProgram(database, merchantId, now),
    ]);
    const context: StoryContext = {
      database,
      merchantId,
      memberId,
      shop,
      locale,
      now,
      tierNames: new Map(program?.tiers.map(({ key, name }) => [key, name])),
      reader: actorName(actor),
    };
    const told = await tell(context, actor, { part, place: input.cursor ?? null, limit });
    const names = await actorNames(
      database.sql,
      merchantId,
      told.moments.map(({ by }) => by),
    );
    const rows = told.moments.map(
      ({ event, at, id, by }): StoryRow => ({
        ...event,
        key: `${event.kind} ${id} ${at}`,
        at,
        by: whoOf(by, names, memberId),
      }),
    );
    const { last } = told;
    return { rows, next: last && writeCursor(storyList, `${last.at}|${last.kind}|${last.id}`) };
  },
});

async function tell(
  context: StoryContext,
  actor: Actor,
  { part, place: from, limit }: { part: StoryPart | undefined; place: StoryPlace | null; limit: number },
) {
  const sources = storySources.filter(
    (source) => mayActor(actor, source.permission) && (part === undefined || source.part === part),
  );
  let place = from;
  for (let round = 1; ; round += 1) {
    const read = await Promise.all(sources.map((source) => readSource(source, context, { place, limit })));
    const { told: moments, last } = gatherStory(read, limit);
    if (moments.length > 0 || !last || round === rounds) return { moments, last };
    place = last;
  }
}

function whoOf(by: string | null, names: Record<string, string>, memberId: string): StoryActor | null {
  if (by === null) return null;
  if (by === `member:${memberId}`) return { as: "self", name: null };
  const kind = by.split(":")[0];
  return kind === "staff" || kind === "member" || kind === "key"
    ? { as: kind, name: names[by] ?? null }
    : null;
}
