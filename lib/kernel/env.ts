import { isIP } from "node:net";
import { z } from "zod";
import { OperatorError } from "./operator-error";

const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

const url = (protocols: string[], error: string) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), { error });

function isAddressOrNetwork(named: string): boolean {
  const [address = "", prefix, ...more] = named.split("/");
  const bits = { 4: 32, 6: 128 }[isIP(address)];
  if (bits === undefined || more.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits);
}

const schema = z
  .object({
    /** Port of the web server. */
    PORT: z
      .string()
      .regex(/^\d{1,5}$/, { error: "is not a port, 1 to 65535" })
      .transform(Number)
      .refine((port) => port >= 1 && port <= 65_535, { error: "is not a port, 1 to 65535" })
      .default(3000),
    /** PostgreSQL 15 or later. Absent: the embedded one, in REGULARS_DATA_DIR. */
    DATABASE_URL: url(["postgres:", "postgresql:"], "is not a postgres:// address").optional(),
    /** Where the embedded database and the kept secret live. */
    REGULARS_DATA_DIR: z
      .string()
      .refine((path) => !path.includes("\0"), { error: "is not a path" })
      .default(".data"),
    /** Where mail goes. Absent: it stays in an outbox that the owner reads in the app. */
    SMTP_URL: url(["smtp:", "smtps:"], "is not an smtp:// or smtps:// address").optional(),
    /** Address under which people reach the app. Absent: http://localhost:PORT. */
    NEXTAUTH_URL: url(["http:", "https:"], "is not an http:// or https:// address").optional(),
    /** Signs sessions. Absent: made at the first start and kept in REGULARS_DATA_DIR. */
    NEXTAUTH_SECRET: z.string().min(32, { error: "is shorter than 32 characters" }).optional(),
    /** Reverse proxies whose X-Forwarded-For is believed. Absent: nobody's, and whoever connects is who asks. */
    REGULARS_PROXIES: z
      .string()
      .transform((value) => value.split(",").map((one) => one.trim()))
      .refine((named) => named.every(isAddressOrNetwork), {
        error: "is not a list of addresses and networks, such as 127.0.0.1, 10.0.0.0/8",
      })
      .optional(),
    LOG_LEVEL: z.enum(logLevels, { error: `is not one of ${logLevels.join(", ")}` }).default("info"),
  })
  .transform((read) => ({
    ...read,
    NEXTAUTH_URL: read.NEXTAUTH_URL?.replace(/\/+$/, "") ?? `http://localhost:${read.PORT}`,
  }));

export type Env = z.output<typeof schema>;

/** Reads the configuration; an empty value counts as absent. Throws one line per bad variable, without its value if that may be secret. */
export function parseEnv(record: Record<string, string | undefined>): Env {
  const present = Object.fromEntries(Object.entries(record).filter(([, value]) => value?.trim()));
  const parsed = schema.safeParse(present);
  if (parsed.success) return parsed.data;
  throw new OperatorError(
    parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`).join("\n"),
  );
}

let read: Env | undefined;

/** The configuration of this process, read at first use. */
export function env(): Env {
  read ??= parseEnv(process.env);
  return read;
}

/** The environment of a child process: ours, with changes. */
export const childEnv = (changes: Record<string, string>): NodeJS.ProcessEnv => ({
  ...process.env,
  ...changes,
});
