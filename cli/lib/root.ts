import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { env } from "@/lib/kernel/env";

/** The directory of package.json. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** REGULARS_DATA_DIR as an absolute path; a relative one is meant from the project's directory, where npm runs us. */
export const dataDirectory = (): string => resolve(root, env().REGULARS_DATA_DIR);
