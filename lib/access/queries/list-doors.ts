import type { Database } from "@/db/client";
import { database } from "@/db/connection";
import type { Role } from "../actor";
import { homeOf } from "../home-of";

export interface Door {
  slug: string;
  name: string;
  colour: string;
}
export interface StaffDoor extends Door {
  role: Role;
}

/** The shops an account works for, by name. */
export async function listShops(database: Database, accountId: string): Promise<StaffDoor[]> {
  return database.sql<StaffDoor[]>`
    select m.slug, m.name, m.colour, s.role from staff s join merchant m on m.id = s.merchant_id
    where s.account_id = ${accountId} and s.active order by m.name, m.id limit 200`;
}

/** Whether this deployment serves a shop yet: if not, the first visit sets one up. */
export async function hasMerchant(database: Database): Promise<boolean> {
  const [row] = await database.sql<{ found: boolean }[]>`select exists (select from merchant) as found`;
  return row?.found ?? false;
}

/** For pages. */
export const hasAnyMerchant = (): Promise<boolean> => hasMerchant(database());
export const shopsOf = (accountId: string): Promise<StaffDoor[]> => listShops(database(), accountId);
export const homeFor = (accountId: string): Promise<string> => homeOf(database(), accountId);
