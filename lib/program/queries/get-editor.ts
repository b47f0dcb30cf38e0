import { z } from "zod";
import type { Database } from "@/db/client";
import { actorNames } from "@/lib/access/actor-names";
import { defineQuery } from "@/lib/access/define-query";
import { type Shop, shopById } from "@/lib/access/shop";
import { activitySentence } from "@/lib/activities/domain/activity-sentence";
import { type RulePlace, rulePlaces } from "@/lib/earning/domain/rule-places";
import { ruleSentence } from "@/lib/earning/domain/rule-sentence";
import { type Locale, locales } from "@/lib/kernel/i18n/locale";
import { Problem } from "@/lib/kernel/problems";
import { rewardSentence } from "@/lib/rewards/domain/reward-sentence";
import { programContent } from "../program-content";
import { emptyProgram, type Program, programSchema } from "../schemas";

/** A program with its rules said in words by rule key, its activities by `activity:${key}` and its rewards by `reward:${key}`. */
export interface ProgramInWords {
  content: Program;
  sentences: Record<string, string>;
  /** How rates and multipliers stand to the other rules, by rule key. */
  places: Record<string, RulePlace>;
}

export interface Editor {
  published: (ProgramInWords & { version: number; publishedAt: string; publishedBy: string | null }) | null;
  draft: (ProgramInWords & { basedOn: number; updatedAt: string; updatedBy: string | null }) | null;
  /** What is edited: the draft; without one what is published; without that the empty program. */
  edited: ProgramInWords;
  /** What a save has to name; 0 while there is no draft. */
  revision: number;
}

/** The program as its editors see it: what is published, what is drafted, both in the reader's words. */
export const getEditor = defineQuery({
  name: "program.get-editor",
  permission: "program.edit",
  input: z.strictObject({ locale: z.enum(locales) }),
  async run({ actor, input, database }): Promise<Editor> {
    const { merchantId } = actor;
    const [shop, version, draft] = await Promise.all([
      shopById(database, merchantId),
      latestVersion(database, merchantId),
      readDraft(database, merchantId),
    ]);
    const names = await actorNames(database.sql, merchantId, [
      version?.publishedBy ?? null,
      draft?.updatedBy ?? null,
    ]);
    const inWords = (content: Program) => programInWords(content, { ...shop, locale: input.locale });
    const published = version && {
      ...inWords(await programContent(database, merchantId, version.version)),
      version: version.version,
      publishedAt: new Date(version.publishedAt).toISOString(),
      publishedBy: names[version.publishedBy] ?? null,
    };
    const drafted = draft && {
      ...inWords(programSchema.parse(draft.content)),
      basedOn: draft.basedOn,
      updatedAt: new Date(draft.updatedAt).toISOString(),
      updatedBy: names[draft.updatedBy] ?? null,
    };
    return {
      published: published ?? null,
      draft: drafted ?? null,
      edited: drafted ?? published ?? inWords(emptyProgram()),
      revision: draft?.revision ?? 0,
    };
  },
});

/** One published version in words, with who published it. */
export const getVersion = defineQuery({
  name: "program.get-version",
  permission: "program.edit",
  input: z.strictObject({ version: z.int().min(1), locale: z.enum(locales) }),
  async run({ actor, input, database }) {
    const { merchantId } = actor;
    const [[row], shop] = await Promise.all([
      database.sql<{ publishedAt: string; publishedBy: string; note: string | null }[]>`
        select published_at as "publishedAt", published_by as "publishedBy", note from program_version
        where merchant_id = ${merchantId} and version = ${input.version}`,
      shopById(database, merchantId),
    ]);
    if (!row) throw new Problem("not_found");
    const [content, names] = await Promise.all([
      programContent(database, merchantId, input.version),
      actorNames(database.sql, merchantId, [row.publishedBy]),
    ]);
    return {
      ...programInWords(content, { ...shop, locale: input.locale }),
      version: input.version,
      note: row.note,
      publishedAt: new Date(row.publishedAt).toISOString(),
      publishedBy: names[row.publishedBy] ?? null,
    };
  },
});

function programInWords(
  content: Program,
  reader: Pick<Shop, "currency" | "pointName"> & { locale: Locale },
): ProgramInWords {
  const sentences = content.earning.rules.map((rule) => [rule.key, ruleSentence(rule, content, reader)]);
  const activities = content.activities.map((type) => [
    `activity:${type.key}`,
    activitySentence(type, reader, { whole: true }),
  ]);
  const rewards = content.rewards.map((reward) => [
    `reward:${reward.key}`,
    rewardSentence(reward, { ...content, ...reader }),
  ]);
  return {
    content,
    sentences: Object.fromEntries([...sentences, ...activities, ...rewards]),
    places: Object.fromEntries(rulePlaces(content)),
  };
}

async function latestVersion({ sql }: Database, merchantId: number) {
  const [row] = await sql<{ version: number; publishedAt: string; publishedBy: string }[]>`
    select version, published_at as "publishedAt", published_by as "publishedBy" from program_version
    where merchant_id = ${merchantId} order by version desc limit 1`;
  return row;
}

async function readDraft({ sql }: Database, merchantId: number) {
  const [row] = await sql<
    { content: unknown; revision: number; basedOn: number; updatedAt: string; updatedBy: string }[]
  >`select content, revision, based_on as "basedOn", updated_at as "updatedAt", updated_by as "updatedBy"
    from program_draft where merchant_id = ${merchantId}`;
  return row;
}
