import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { z } from "zod";
import { leaveToOwner, paths } from "./place";

const schema = z.object({ password: z.string().min(16), port: z.int().min(1).max(65_535) });

/** What is kept about a data directory's server between runs. */
export type Settings = z.infer<typeof schema>;

/** Undefined when there are none yet, or none that can be understood: then they are made anew. */
export function keptSettings(dataDir: string): Settings | undefined {
  const file = paths(dataDir).settings;
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, "utf8");
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

export async function newSettings(): Promise<Settings> {
  return { password: randomBytes(24).toString("hex"), port: await freePort() };
}

export function keepSettings(dataDir: string, settings: Settings): void {
  const file = paths(dataDir).settings;
  writeFileSync(`${file}.new`, `${JSON.stringify(settings)}\n`, { mode: 0o600 });
  leaveToOwner(dataDir, `${file}.new`);
  renameSync(`${file}.new`, file);
}

export const urlOf = ({ password, port }: Settings): string =>
  `postgres://regulars:${password}@127.0.0.1:${port}/regulars`;

/** The same port as last time if it is free, so that tools and bookmarks keep working; any free one otherwise. */
export const portToUse = async (kept: number): Promise<number> => ((await isFree(kept)) ? kept : freePort());

const freePort = (): Promise<number> => listenOnce(0);

const isFree = (port: number): Promise<boolean> =>
  listenOnce(port).then(
    () => true,
    () => false,
  );

function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      const taken = address && typeof address === "object" ? address.port : port;
      server.close(() => resolve(taken));
    });
  });
}
