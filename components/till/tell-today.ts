import { addDays, localDate } from "@/lib/kernel/calendar";

/** What a customer should hear today, in the order in which it matters. */
export type Tell =
  | { kind: "birthday"; day: string; inDays: number }
  | { kind: "expiring"; points: number; day: string }
  | { kind: "debt"; points: number }
  | { kind: "arriving"; points: number; day: string };

interface Known {
  birthday: string | null;
  debt: number;
  arriving: { at: string; points: number } | null;
  expiring: { at: string; points: number } | null;
}

/** Days from which a birthday is told of. */
const birthdayWithin = 7;

/** `expiringWithin`: days before they expire from which points are told of. */
export function tellToday(member: Known, now: Date, zone: string, expiringWithin: number): Tell[] {
  const today = localDate(now, zone);
  const told: Tell[] = [];
  const birthday = nextBirthday(member.birthday, today);
  if (birthday && birthday.inDays <= birthdayWithin) told.push({ kind: "birthday", ...birthday });
  // Points expire at the first instant of a day: the day before is the last on which they can be spent.
  const lastDay = member.expiring && localDate(new Date(new Date(member.expiring.at).getTime() - 1), zone);
  if (member.expiring && lastDay && lastDay <= addDays(today, expiringWithin)) {
    told.push({ kind: "expiring", points: member.expiring.points, day: lastDay });
  }
  if (member.debt > 0) told.push({ kind: "debt", points: member.debt });
  if (member.arriving) {
    told.push({
      kind: "arriving",
      points: member.arriving.points,
      day: localDate(new Date(member.arriving.at), zone),
    });
  }
  return told;
}

function nextBirthday(birthday: string | null, today: string): { day: string; inDays: number } | null {
  if (!birthday) return null;
  const year = Number(today.slice(0, 4));
  const coming = [year, year + 1].map((one) => inYear(birthday, one)).find((day) => day >= today);
  return coming ? { day: coming, inDays: daysBetween(today, coming) } : null;
}

/** 29 February is kept on the 28th where there is no other. */
function inYear(birthday: string, year: number): string {
  const monthDay = birthday.slice(5);
  const leap = new Date(Date.UTC(year, 2, 0)).getUTCDate() === 29;
  return `${year}-${monthDay === "02-29" && !leap ? "02-28" : monthDay}`;
}

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
