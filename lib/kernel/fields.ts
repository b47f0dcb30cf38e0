import { z } from "zod";
import { mostMoney } from "./money";

/** Building blocks of every input schema, so that each field refuses the same things in the same way. */

// PostgreSQL cannot store U+0000; the other control characters have no business in a name or a reference.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it keeps out
const printable = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/u;
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

// They turn the order of whatever stands after them on the page: "exe.gpj" reads as a picture.
const turning = "\\u202a-\\u202e\\u2066-\\u2069";
const turnsAround = new RegExp(`[${turning}]`);
const directionMarks = new RegExp(`[\\u200e\\u200f${turning}]`, "g");

/** One line or more of text without control characters, trimmed, 1 to `max` characters. */
export const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(printable, { error: "text.printable" })
    .refine((value) => !loneSurrogate.test(value) && !turnsAround.test(value), { error: "text.printable" });

/** The shop's own id of something: sent back as it came. */
export const externalId = () => text(200);

/** Minor units. */
export const minorAmount = () => z.int().min(0).max(mostMoney, { error: "too_big.money" });

/** A positive number of points. */
export const positivePoints = () => z.int().min(1).max(1_000_000_000);

/** Change of points, never 0. */
export const pointsChange = () =>
  z
    .int()
    .min(-1_000_000_000)
    .max(1_000_000_000)
    .refine((value) => value !== 0, { error: "points.zero" });

/** ISO 8601 with an offset; 1970 to 2200. Read as an instant. */
export const instant = () =>
  z.iso
    .datetime({ offset: true, error: "instant" })
    .transform((value) => new Date(value))
    .refine((value) => value.getTime() >= 0 && value.getTime() < 7_258_118_400_000, {
      error: "instant_range",
    });

export const day = () => z.iso.date({ error: "day" });

export const id = () => z.uuid({ error: "id" });

export const emailAddress = () =>
  z
    .string()
    .trim()
    .max(254)
    .pipe(z.email({ error: "email" }))
    .transform((value) => value.toLowerCase())
    .meta({ format: "email" });

/** As typed; the command reads it with the shop's country. Phones copy a number between marks of its direction. */
export const phoneText = () =>
  z
    .string()
    .overwrite((value) => value.replace(directionMarks, ""))
    .pipe(text(40));

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** A record leaves this name out in silence; what is not kept has to be refused. */
const refuseProto = (value: unknown, { issues }: { issues: z.core.$ZodRawIssue[] }): unknown => {
  if (isRecord(value) && Object.hasOwn(value, "__proto__"))
    issues.push({ code: "unrecognized_keys", keys: ["__proto__"], input: value });
  return value;
};

/** Values by names that the shop chooses. */
export const byName = <V extends z.ZodType>(value: V, { most, error }: { most: number; error: string }) =>
  z.preprocess(
    refuseProto,
    z.record(text(60), value).refine((values) => Object.keys(values).length <= most, { error }),
  );
