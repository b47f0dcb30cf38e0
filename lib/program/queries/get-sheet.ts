import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { locales } from "@/lib/kernel/i18n/locale";
import { type ProgramSheet, programSheet } from "../program-sheet";

const input = z.strictObject({ locale: z.enum(locales) });

/** The published program in words, for whoever works with it. */
export const getSheet = defineQuery({
  name: "program.get-sheet",
  permission: "program.read",
  input,
  run: ({ actor, input, now, database }): Promise<ProgramSheet | null> =>
    programSheet(database, { merchantId: actor.merchantId, now, ...input }),
});

/** The same for the customer. */
export const getOwnSheet = defineQuery({
  name: "program.get-own-sheet",
  permission: "membership.own",
  input,
  run: ({ actor, input, now, database }): Promise<ProgramSheet | null> =>
    programSheet(database, { merchantId: actor.merchantId, now, ...input }),
});
