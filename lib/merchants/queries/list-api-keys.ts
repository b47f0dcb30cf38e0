import { z } from "zod";
import type { Scope } from "@/lib/access/actor";
import { defineQuery } from "@/lib/access/define-query";

export interface ApiKeyRow {
  id: string;
  name: string;
  /** The last characters of the secret. */
  hint: string;
  scopes: Scope[];
  createdAt: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
}

/** The shop's API keys, those that work first, newest first. */
export const listApiKeys = defineQuery({
  name: "api-key.list",
  permission: "keys.manage",
  input: z.strictObject({}),
  async run({ actor, database }): Promise<ApiKeyRow[]> {
    const rows = await database.sql<ApiKeyRow[]>`
      select id, name, hint, scopes, created_at as "createdAt", last_used_at as "lastUsedAt", revoked_at as "revokedAt"
      from api_key where merchant_id = ${actor.merchantId} order by revoked_at is not null, id desc limit 500`;
    return rows.map((row) => ({
      ...row,
      createdAt: iso(row.createdAt),
      lastUsedAt: row.lastUsedAt && iso(row.lastUsedAt),
      revokedAt: row.revokedAt && iso(row.revokedAt),
    }));
  },
});

const iso = (value: string): string => new Date(value).toISOString();
