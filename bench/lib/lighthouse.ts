import lighthouse from "lighthouse";
import { median } from "./rounds";

const rounds = 3;

export interface Scores {
  performance: number;
  accessibility: number;
  "best practices": number;
}

/**
 * What Lighthouse gives a page of the built server, out of a hundred: on its phone with its slow network, as it does by
 * default. `port`: where the browser is debugged. One look at performance differs from the next, so the median is told.
 */
export async function lookThrough(
  url: string,
  { port, cookie }: { port: number; cookie: string | undefined },
): Promise<Scores> {
  const looks: Scores[] = [];
  for (let round = 0; round < rounds; round++) looks.push(await look(url, port, cookie));
  const all = (what: keyof Scores) => looks.map((one) => one[what]);
  return {
    performance: median(all("performance")),
    accessibility: Math.min(...all("accessibility")),
    "best practices": Math.min(...all("best practices")),
  };
}

async function look(url: string, port: number, cookie: string | undefined): Promise<Scores> {
  const result = await lighthouse(url, {
    port,
    output: "json",
    logLevel: "error",
    onlyCategories: ["performance", "accessibility", "best-practices"],
    disableStorageReset: true,
    ...(cookie && { extraHeaders: { Cookie: cookie } }),
  });
  if (!result || result.lhr.runtimeError)
    throw new Error(`Lighthouse could not look at ${url}: ${result?.lhr.runtimeError?.message}`);
  const score = (category: string) => {
    const given = result.lhr.categories[category]?.score;
    if (given == null) throw new Error(`Lighthouse gave ${url} no score for ${category}`);
    return Math.round(given * 100);
  };
  return {
    performance: score("performance"),
    accessibility: score("accessibility"),
    "best practices": score("best-practices"),
  };
}
