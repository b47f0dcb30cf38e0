import { z } from "zod";
import { database } from "@/db/connection";
import { defineQuery } from "@/lib/access/define-query";
import type { Shop } from "@/lib/access/shop";
import { systemNow } from "@/lib/kernel/clock";
import { type Locale, locales } from "@/lib/kernel/i18n/locale";
import { type ProgramSheet, programSheet } from "../program-sheet";

/** The published program in words, for whoever works with it. */
export const getSheet = defineQuery({
  name: "program.get-sheet",
  permission: "program.read",
  input: z.strictObject({ locale: z.enum(locales) }),
  run: ({ actor, input, now, database: source }): Promise<ProgramSheet | null> =>
    programSheet(source, { merchantId: actor.merchantId, now, ...input }),
});

/** What a shop publishes is for everybody to read, before they join and after: for pages. */
export const publicSheet = (
  { id: merchantId }: Pick<Shop, "id">,
  asked: { locale: Locale; version?: number },
): Promise<ProgramSheet | null> => programSheet(database(), { merchantId, now: systemNow(), ...asked });
