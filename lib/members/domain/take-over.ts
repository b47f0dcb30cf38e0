import { ownValue } from "@/lib/kernel/own-value";

/** What is known of a member, as far as a merge may fill it in. */
export interface Profile {
  name: string | null;
  email: string | null;
  phone: string | null;
  externalId: string | null;
  birthday: string | null;
  locale: string | null;
  accountId: string | null;
  tier: string | null;
  tags: string[];
  attributes: Record<string, string>;
  enrolledAt: string;
}

const fillable = ["name", "email", "phone", "externalId", "birthday", "locale", "accountId"] as const;
export type Fillable = (typeof fillable)[number];

/** What a merge changed of the survivor's profile: enough to take it back. */
export interface Taken {
  /** What the survivor had no value for. */
  filled: Fillable[];
  tags: string[];
  attributes: string[];
  /** Before; absent when it stayed. */
  tier?: string | null;
  enrolledAt?: string;
}

const tagsAtMost = 50;

/**
 * The survivor's profile after a merge: their own where they have one, what they lack from the other, the tags of both, the
 * higher tier (the program lists them from the lowest) and the earlier beginning.
 */
export function takeOver(
  survivor: Profile,
  other: Profile,
  tiers: readonly string[],
): { profile: Profile; taken: Taken } {
  const filled = fillable.filter((field) => survivor[field] === null && other[field] !== null);
  const tags = other.tags
    .filter((tag) => !survivor.tags.includes(tag))
    .slice(0, Math.max(0, tagsAtMost - survivor.tags.length));
  const attributes = Object.keys(other.attributes).filter((key) => !Object.hasOwn(survivor.attributes, key));
  const taken: Taken = { filled, tags, attributes };
  const profile: Profile = {
    ...survivor,
    ...Object.fromEntries(filled.map((field) => [field, other[field]])),
    tags: [...survivor.tags, ...tags],
    attributes: { ...other.attributes, ...survivor.attributes },
  };
  if (rank(tiers, other.tier) > rank(tiers, survivor.tier)) {
    taken.tier = survivor.tier;
    profile.tier = other.tier;
  }
  if (new Date(other.enrolledAt) < new Date(survivor.enrolledAt)) {
    taken.enrolledAt = survivor.enrolledAt;
    profile.enrolledAt = other.enrolledAt;
  }
  return { profile, taken };
}

const rank = (tiers: readonly string[], tier: string | null): number =>
  tier === null ? -1 : tiers.indexOf(tier);

/** What is theirs alone: two members at once cannot have it. */
const unique: readonly Fillable[] = ["email", "phone", "externalId", "accountId"];

/**
 * The profiles of both once a merge is taken back. What was changed since stays; what is the other's alone and the survivor
 * was given by hand meanwhile stays with the survivor, and is told.
 */
export function handBack(
  survivor: Profile,
  other: Profile,
  taken: Taken,
): { survivor: Profile; other: Profile; kept: Fillable[] } {
  const back = { ...survivor };
  for (const field of taken.filled) if (survivor[field] === other[field]) back[field] = null;
  back.tags = survivor.tags.filter((tag) => !taken.tags.includes(tag));
  back.attributes = Object.fromEntries(
    Object.entries(survivor.attributes).filter(
      ([key, value]) => !(taken.attributes.includes(key) && ownValue(other.attributes, key) === value),
    ),
  );
  if (taken.tier !== undefined && survivor.tier === other.tier) back.tier = taken.tier;
  if (taken.enrolledAt !== undefined) back.enrolledAt = taken.enrolledAt;
  const kept = unique.filter((field) => other[field] !== null && back[field] === other[field]);
  const parted = { ...other, ...Object.fromEntries(kept.map((field) => [field, null])) };
  return { survivor: back, other: parted, kept };
}
