import { z } from "zod";
import { cursorOf, pageLimit } from "@/lib/kernel/cursor";
import { id } from "@/lib/kernel/fields";
import { locales } from "@/lib/kernel/i18n/locale";

/** Parts of a member's story that can be read alone. What a member joined by is in the whole only. */
export const storyParts = [
  "purchases",
  "points",
  "rewards",
  "events",
  "activities",
  "tier",
  "notes",
  "mail",
  "merges",
] as const;
export type StoryPart = (typeof storyParts)[number];

/** Whatever happened has a kind; of what happened at once, the later of these names is the newer. */
export const storyKinds = [
  "joined",
  "consent",
  "purchase",
  "refund",
  "activity",
  "points",
  "reward",
  "place",
  "voucher",
  "tier",
  "note",
  "mail",
  "merge",
  "parting",
] as const;
export type StoryKind = (typeof storyKinds)[number];

export const storyList = "story";

export interface StoryPlace {
  at: string;
  kind: StoryKind;
  id: string;
}

/** The last thing told: what comes behind it is the next page. */
export const storyPlaceSchema = z
  .string()
  .transform((text) => text.split("|"))
  .pipe(z.tuple([z.iso.datetime(), z.enum(storyKinds), z.string().max(80)]))
  .transform(([at, kind, id]): StoryPlace => ({ at, kind, id }));

export const storySchema = z.strictObject({
  id: id(),
  part: z.enum(storyParts).optional(),
  cursor: cursorOf(storyList, storyPlaceSchema).optional(),
  limit: pageLimit().default(30),
  locale: z.enum(locales),
});
