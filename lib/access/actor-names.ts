import type { Sql } from "@/db/client";

/**
 * Names of those whom the ledger and the audit log call `staff:<account>`, `key:<id>`, `api-key:<id>` and
 * `member:<id>`, by what they are called there. Who is not of this shop, or is gone, is missing.
 */
export async function actorNames(
  sql: Sql,
  merchantId: number,
  actors: readonly (string | null)[],
): Promise<Record<string, string>> {
  const ids = (kind: string) => [
    ...new Set(
      actors.flatMap((actor) => (actor?.startsWith(`${kind}:`) ? [actor.slice(kind.length + 1)] : [])),
    ),
  ];
  const [staff, keys, members] = [ids("staff"), [...ids("key"), ...ids("api-key")], ids("member")];
  const found = await Promise.all([
    staff.length === 0
      ? []
      : sql<Named[]>`
          select 'staff:' || a.id as actor, coalesce(a.name, a.email) as name
          from staff s join account a on a.id = s.account_id
          where s.merchant_id = ${merchantId} and s.account_id = any(${staff}::uuid[])`,
    keys.length === 0
      ? []
      : sql<Named[]>`
          select 'key:' || k.id as actor, k.name from api_key k where k.merchant_id = ${merchantId} and k.id = any(${keys}::uuid[])`,
    members.length === 0
      ? []
      : sql<Named[]>`
          select 'member:' || m.id as actor, coalesce(m.name, m.card_number) as name
          from member m where m.merchant_id = ${merchantId} and m.id = any(${members}::uuid[]) and m.status in ('active', 'merged')`,
  ]);
  const named = found.flat().map(({ actor, name }) => [actor, name] as const);
  // A key is `key:` as who acted and `api-key:` as what was acted on.
  const subjects = named.flatMap(([actor, name]) =>
    actor.startsWith("key:") ? [[`api-${actor}`, name] as const] : [],
  );
  return Object.fromEntries([...named, ...subjects]);
}

interface Named {
  actor: string;
  name: string;
}
