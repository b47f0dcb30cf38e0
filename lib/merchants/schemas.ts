import { z } from "zod";
import { roles, scopes } from "@/lib/access/actor";
import { isZone } from "@/lib/kernel/calendar";
import { emailAddress, id, text } from "@/lib/kernel/fields";
import { locales } from "@/lib/kernel/i18n/locale";
import { longestPicture, pictureFault } from "@/lib/kernel/picture-data";
import { isShopColour } from "@/lib/kernel/shop-colour";
import { isCountry, isCurrency } from "./domain/place";
import { slugFault } from "./domain/slug";

const slug = () =>
  z
    .string()
    .trim()
    .toLowerCase()
    .superRefine((value, context) => {
      const fault = slugFault(value);
      if (fault) context.addIssue({ code: "custom", message: fault, input: value });
    });

const currency = () => z.string().trim().toUpperCase().refine(isCurrency, { error: "currency" });

const timezone = () => z.string().trim().max(60).refine(isZone, { error: "timezone" });

const country = () => z.string().trim().toUpperCase().refine(isCountry, { error: "country" });

const colour = () => z.string().trim().refine(isShopColour, { error: "colour" });

const logo = () =>
  z
    .string()
    .max(longestPicture, { error: "picture.size" })
    .superRefine((value, context) => {
      const fault = pictureFault(value);
      if (fault) context.addIssue({ code: "custom", message: fault });
    });

const pointName = () => z.strictObject({ one: text(30), other: text(30) });

export const merchantSchema = z.strictObject({
  slug: slug(),
  name: text(80),
  currency: currency(),
  timezone: timezone(),
  locale: z.enum(locales).default("en"),
  country: country().optional(),
  colour: colour().optional(),
  ownerEmail: emailAddress(),
  ownerName: text(200).optional(),
  ownerPassword: z.string(),
});

export type MerchantInput = z.input<typeof merchantSchema>;

/** What is left out stays as it is; null takes a logo, a point name or a limit away. */
export const settingsSchema = z.strictObject({
  name: text(80).optional(),
  colour: colour().optional(),
  logo: logo().nullable().optional(),
  locale: z.enum(locales).optional(),
  country: country().optional(),
  pointName: pointName().nullable().optional(),
  timezone: timezone().optional(),
  currency: currency().optional(),
  undoMinutes: z.int().min(0).max(10_080).nullable().optional(),
});

export const inviteSchema = z.strictObject({
  email: emailAddress(),
  name: text(200).optional(),
  role: z.enum(roles),
});

export const staffRefSchema = z.strictObject({ accountId: id() });

export const roleChangeSchema = z.strictObject({ accountId: id(), role: z.enum(roles) });

export const newKeySchema = z.strictObject({
  name: text(80),
  scopes: z.array(z.enum(scopes)).min(1).max(scopes.length),
});

export const keyRefSchema = z.strictObject({ id: id() });
