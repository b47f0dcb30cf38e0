import { toDecimal } from "@/lib/kernel/money";
import { typedAmount } from "@/lib/kernel/typed-amount";
import { typedNumber } from "@/lib/kernel/typed-number";
import { type MemberFilter, type MemberSort, memberFilterSchema, memberSorts } from "@/lib/segments/schemas";

/** What stands in the address of a list of members: everything as text, as it was typed. */
export type Typed = Partial<Record<FilterField, string>>;

export const filterFields = [
  "q",
  "tier",
  "tag",
  "balanceFrom",
  "balanceTo",
  "spendFrom",
  "spendTo",
  "visit",
  "joinedFrom",
  "joinedTo",
  "expiring",
  "rhythm",
  "marketing",
  "note",
] as const;
export type FilterField = (typeof filterFields)[number];

interface Place {
  currency: string;
  locale: string;
}

/** The filter of an address, and the fields whose text is none: those are told, and leave the list as it is. */
export function filterOf(
  typed: Typed,
  { currency, locale }: Place,
): { filter: MemberFilter; wrong: FilterField[] } {
  const filter: Record<string, unknown> = {};
  const wrong: FilterField[] = [];
  for (const field of filterFields) {
    const text = typed[field]?.trim();
    if (!text) continue;
    const read = readField(field, text, { currency, locale });
    if (read && memberFilterSchema.safeParse(read).success) Object.assign(filter, read);
    else wrong.push(field);
  }
  return { filter: memberFilterSchema.parse(filter), wrong };
}

function readField(field: FilterField, text: string, { currency, locale }: Place): MemberFilter | null {
  switch (field) {
    case "q":
      return { search: text };
    case "tier":
    case "joinedFrom":
    case "joinedTo":
    case "note":
      return { [field]: text };
    case "tag":
      return {
        tags: text
          .split(",")
          .map((tag) => tag.trim())
          .filter(Boolean),
      };
    case "balanceFrom":
    case "balanceTo": {
      const points = typedNumber(text, locale);
      return points === null ? null : { [field]: points };
    }
    case "spendFrom":
    case "spendTo": {
      const amount = typedAmount(text, currency, locale);
      return amount === null ? null : { [field]: amount };
    }
    case "visit": {
      const [, not, days] = /^(not-)?(\d{1,4})$/.exec(text) ?? [];
      if (!days) return null;
      return not ? { notSeenFor: Number(days) } : { seenWithin: Number(days) };
    }
    case "expiring":
      return { expiringWithin: Number(text) };
    case "marketing":
      return text === "given" || text === "not-given" ? { marketing: text } : null;
    case "rhythm":
      return text === "missed" ? { rhythm: text } : null;
  }
}

/** The other way round: what the address of a filter says. */
export function typedOf(filter: MemberFilter, currency: string): Typed {
  const text = (value: number | undefined) => (value === undefined ? undefined : String(value));
  const money = (value: number | undefined) => (value === undefined ? undefined : toDecimal(value, currency));
  const { notSeenFor, seenWithin } = filter;
  const typed: Typed = {
    q: filter.search,
    tier: filter.tier,
    tag: filter.tags?.join(","),
    balanceFrom: text(filter.balanceFrom),
    balanceTo: text(filter.balanceTo),
    spendFrom: money(filter.spendFrom),
    spendTo: money(filter.spendTo),
    visit: notSeenFor === undefined ? text(seenWithin) : `not-${notSeenFor}`,
    joinedFrom: filter.joinedFrom,
    joinedTo: filter.joinedTo,
    expiring: text(filter.expiringWithin),
    rhythm: filter.rhythm,
    marketing: filter.marketing,
    note: filter.note,
  };
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value));
}

/** Whether both mean the same members: an address may say "1,000" where a segment's own says "1000.00". */
export const isSameFilter = (one: MemberFilter, other: MemberFilter): boolean =>
  inOrder(one) === inOrder(other);

const inOrder = (filter: MemberFilter): string =>
  JSON.stringify(Object.entries(filter).sort(([a], [b]) => (a < b ? -1 : 1)));

export interface Order {
  sort: MemberSort;
  direction: "ascending" | "descending";
}

export const newestFirst: Order = { sort: "joined", direction: "descending" };

/** "visit" and "-visit": ascending, descending. */
export function orderOf(text: string | undefined): Order {
  const sort = memberSorts.find((one) => one === text?.replace(/^-/, ""));
  return sort ? { sort, direction: text?.startsWith("-") ? "descending" : "ascending" } : newestFirst;
}

const orderText = ({ sort, direction }: Order): string => `${direction === "descending" ? "-" : ""}${sort}`;

/** `?tier=gold&sort=-visit`, or nothing where nothing is said. */
export function addressOf(typed: Typed, order: Order, more: Record<string, string | undefined> = {}): string {
  const query = new URLSearchParams();
  for (const field of filterFields) {
    const text = typed[field];
    if (text) query.set(field, text);
  }
  if (orderText(order) !== orderText(newestFirst)) query.set("sort", orderText(order));
  for (const [name, value] of Object.entries(more)) if (value) query.set(name, value);
  const text = query.toString();
  return text ? `?${text}` : "";
}
