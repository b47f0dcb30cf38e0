import { z } from "zod";

/**
 * Where the next page begins, as text that means something to us alone: what lists are ordered by may change without
 * anybody's program breaking. `list` keeps one list's cursor from being read as another's.
 */
export const writeCursor = (list: string, place: string | number): string =>
  Buffer.from(`${list}:${place}`).toString("base64url");

/** A cursor of `list` as an input field, read with the schema of its place. */
export const cursorOf = <S extends z.ZodType>(list: string, place: S) =>
  z
    .string()
    .max(1500)
    .transform((text, context): z.output<S> => {
      const read = Buffer.from(text, "base64url").toString();
      const parsed = place.safeParse(read.startsWith(`${list}:`) ? read.slice(list.length + 1) : undefined);
      if (parsed.success) return parsed.data;
      context.addIssue({ code: "custom", message: "cursor" });
      return z.NEVER;
    });

export const pageLimit = () => z.int().min(1).max(200).default(50);
