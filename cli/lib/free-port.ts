import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/**
 * A port that nobody listens on at this moment, and that no connection is given by the system until it is listened on:
 * those come from 32768 up on Linux, from 49152 up elsewhere.
 */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const port = randomInt(20_000, 30_000);
    if (await isFree(port)) return port;
  }
  throw new Error("fifty ports between 20000 and 30000 are taken");
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });
