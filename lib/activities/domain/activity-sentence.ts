import { type NamingContext, pointsText, wordsOf } from "@/lib/earning/domain/rule-words";
import type { ActivityType } from "@/lib/program/schemas";

/**
 * An activity as one sentence: "“Google review” earns 50 points, once, after approval." `whole`: with who records it, as the
 * program's editors read it.
 */
export function activitySentence(
  type: ActivityType,
  shop: Pick<NamingContext, "locale" | "pointName">,
  { whole = false }: { whole?: boolean } = {},
): string {
  const words = wordsOf(shop.locale);
  const points = (count: number) => pointsText(count, shop);
  const limits = [
    ...type.limits.map(({ times, per }) => words.often(times, per)),
    ...type.caps.map((cap) => words.atMost(points(cap.points), cap.per)),
  ];
  if (type.budget !== undefined) limits.push(words.budget(points(type.budget)));
  if (type.holdDays > 0) limits.push(words.held(type.holdDays));
  if (type.multiplied) limits.push(words.multiplied());
  if (type.approval) limits.push(words.approved());
  if (whole) limits.push(words.told(type.from));
  return words.rule([], words.activity(type.name, type.points === 0 ? null : points(type.points)), limits);
}
