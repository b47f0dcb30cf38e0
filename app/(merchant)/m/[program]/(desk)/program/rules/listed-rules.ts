import type { ProgramLine } from "@/components/program/diff-lines";
import type { ListedRule, RuleGroup } from "@/components/program/rule-list";
import type { RulePlace } from "@/lib/earning/domain/rule-places";
import { ownValue } from "@/lib/kernel/own-value";
import type { Program } from "@/lib/program/schemas";
import type { SayPlace } from "./place-words";

interface Said {
  content: Program;
  sentences: Record<string, string>;
  places: Record<string, RulePlace>;
}

/** The address of the limits on the whole award: a key that no rule can have. */
export const capsKey = ":most";

const groupOf = { rate: "first", multiplier: "then", bonus: "add" } as const satisfies Record<
  string,
  RuleGroup
>;

/** Rules by the order in which they work, those that the draft removes included, and the limits on all of them. */
export function listedRules({
  edited,
  published,
  caps,
  here,
  chosen,
  sayPlace,
}: {
  edited: Said;
  published: Said | null;
  caps: { edited: ProgramLine[]; published: ProgramLine[] | null };
  here: string;
  chosen: string | undefined;
  sayPlace: SayPlace;
}): { group: RuleGroup; rules: ListedRule[] }[] {
  const kept = new Set(edited.content.earning.rules.map(({ key }) => key));
  const removed = (published?.content.earning.rules ?? []).filter(({ key }) => !kept.has(key));
  const groups = (["first", "then", "add"] as const).map((group) => ({
    group,
    rules: [
      ...edited.content.earning.rules.map((rule) => ({ rule, isRemoved: false })),
      ...removed.map((rule) => ({ rule, isRemoved: true })),
    ].filter(({ rule }) => groupOf[rule.effect.kind] === group),
  }));
  const order = groups.flatMap(({ rules }) => rules.map(({ rule }) => rule.key));
  const beside = (key: string) => {
    const place = ownValue(edited.places, key);
    return place ? sayPlace(place, (other) => order.indexOf(other) + 1) : "";
  };
  return [
    ...groups.map(({ group, rules }) => ({
      group,
      rules: rules.map(({ rule: { key }, isRemoved }) => ({
        key,
        beside: isRemoved ? "" : beside(key),
        sentence: isRemoved ? null : (ownValue(edited.sentences, key) ?? null),
        was: published ? (ownValue(published.sentences, key) ?? null) : null,
        href: isRemoved ? null : `${here}?rule=${encodeURIComponent(key)}`,
        current: !isRemoved && key === chosen,
      })),
    })),
    { group: "most", rules: listedCaps({ caps, here, chosen }) },
  ];
}

function listedCaps({
  caps,
  here,
  chosen,
}: {
  caps: { edited: ProgramLine[]; published: ProgramLine[] | null };
  here: string;
  chosen: string | undefined;
}): ListedRule[] {
  const was = new Map((caps.published ?? []).map((line) => [line.key, line.text]));
  const kept = new Set(caps.edited.map((line) => line.key));
  const href = `${here}?rule=${encodeURIComponent(capsKey)}`;
  const common = { beside: "", href, current: chosen === capsKey };
  return [
    ...caps.edited.map(({ key, text }) => ({
      ...common,
      key: `cap ${key}`,
      sentence: text,
      was: was.get(key) ?? null,
    })),
    ...(caps.published ?? [])
      .filter(({ key }) => !kept.has(key))
      .map(({ key, text }) => ({ ...common, key: `cap ${key}`, sentence: null, was: text })),
  ];
}
