/** What the clock begins. Each run is noted under this name, by which it is looked for again. */
export type TimedTask = "run-due-all" | "count-come-backs" | "clean-up";

/**
 * When what is caused by nothing but time is done: points every hour, the rest at night (UTC). What was missed while no
 * worker ran is done when one is back (`fill`), once however often it was missed (`jobKey`).
 */
export const crontab = [
  "5 * * * * run-due-all ?fill=1d&max=5&jobKey=run-due-all",
  "41 2 * * * count-come-backs ?fill=2d&max=5&jobKey=count-come-backs",
  "17 3 * * * clean-up ?fill=2d&max=5&jobKey=clean-up",
].join("\n");
