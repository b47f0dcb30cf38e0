import pino, { type Logger } from "pino";
import { env } from "./env";

let logger: Logger | undefined;

/** The process's log: JSON lines on standard output, from LOG_LEVEL up. Secrets that slip into a logged object are struck out. */
export function log(): Logger {
  logger ??= pino({
    level: env().LOG_LEVEL,
    base: undefined,
    redact: {
      paths: ["password", "token", "secret", "authorization", "cookie"].flatMap((key) => [
        key,
        `*.${key}`,
        `*.*.${key}`,
      ]),
      censor: "***",
    },
  });
  return logger;
}
