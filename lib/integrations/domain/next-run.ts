/** The job of a line of the timetable, and its minute and hour; null for every hour. */
export interface Scheduled {
  job: string;
  minute: number;
  hour: number | null;
}

/** Reads the two forms that our timetable has: a minute of every hour, and a minute of one. */
export function readTimetable(crontab: string): Scheduled[] {
  return crontab.split("\n").map((line) => {
    const [, minute, hour, job] = /^(\d+) (\d+|\*) \* \* \* ([\w-]+)/.exec(line) ?? [];
    if (minute === undefined || job === undefined) throw new Error(`not understood: ${line}`);
    return { job, minute: Number(minute), hour: hour === "*" ? null : Number(hour) };
  });
}

/** When a job is due next, after `now`. The timetable is in UTC. */
export function nextRun({ minute, hour }: Scheduled, now: Date): Date {
  const next = new Date(now);
  next.setUTCMinutes(minute, 0, 0);
  if (hour !== null) next.setUTCHours(hour);
  if (next <= now) next.setTime(next.getTime() + (hour === null ? 3_600_000 : 86_400_000));
  return next;
}
