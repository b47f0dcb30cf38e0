import { firstOf } from "../../first-of";

type Sought = Record<string, string | string[] | undefined>;

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** What an address asks of the log: what it does not understand it leaves out. */
export function auditFilter(sought: Sought): Record<string, string> {
  const text = (name: string, most: number) => (firstOf(sought[name]) ?? "").trim().slice(0, most);
  const given = {
    action: text("action", 60),
    actor: text("actor", 120),
    subject: text("subject", 120),
    from: text("from", 10),
    to: text("to", 10),
  };
  return Object.fromEntries(
    Object.entries(given).filter(([name, value]) =>
      name === "from" || name === "to" ? isDay(value) : value !== "",
    ),
  );
}
