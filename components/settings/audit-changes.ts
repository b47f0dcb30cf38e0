export interface AuditChange {
  /** Where it is: `name`, or `rewards.beans.price` inside of something larger. */
  field: string;
  /** As text; null where there was nothing. */
  before: string | null;
  after: string | null;
}

/** Longer than this nobody reads in a log. */
const longest = 600;

/**
 * What an entry changed, down to the single values; what stayed the same is left out. The parts of a list are known by
 * their key or id, so that one that moved is not taken for another.
 */
export function auditChanges(before: unknown, after: unknown): AuditChange[] {
  const [was, is] = [partsOf(before) ?? lone(before), partsOf(after) ?? lone(after)];
  return changesIn(was, is, "");
}

type Parts = Map<string, unknown>;

function changesIn(was: Parts, is: Parts, path: string): AuditChange[] {
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((name) => {
    const field = path ? `${path}.${name}` : name;
    const [old, now] = [was.get(name), is.get(name)];
    const [oldParts, newParts] = [partsOf(old), partsOf(now)];
    // What is all new, or all gone, is told whole.
    if (oldParts && newParts) return changesIn(oldParts, newParts, field);
    const change = { field, before: textOf(old), after: textOf(now) };
    return change.before === change.after ? [] : [change];
  });
}

const lone = (value: unknown): Parts => new Map(value == null ? [] : [["value", value]]);

/** null for what has no parts, and for a list of plain values: that reads best in one line. */
function partsOf(value: unknown): Parts | null {
  if (typeof value !== "object" || value === null) return null;
  if (!Array.isArray(value)) return new Map(Object.entries(value));
  const names = value.map(nameOf);
  const isNamed = names.every((name) => name !== null) && new Set(names).size === names.length;
  return isNamed && names.length > 0 ? new Map(value.map((part, at) => [names[at] ?? "", part])) : null;
}

function nameOf(part: unknown): string | null {
  if (typeof part !== "object" || part === null) return null;
  const name = "key" in part ? part.key : "id" in part ? part.id : null;
  return typeof name === "string" ? name : null;
}

function textOf(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  const text = isPlainList(value)
    ? value.join(", ")
    : typeof value === "string"
      ? value
      : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

const isPlainList = (value: unknown): value is (string | number)[] =>
  Array.isArray(value) && value.every((one) => typeof one === "string" || typeof one === "number");
