import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeEach, expect, test, vi } from "vitest";
import { adoptDatabase } from "@/db/connection";
import { testApi } from "@/db/testing/test-api";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { testMerchant } from "@/db/testing/test-merchant";
import { everyEndpoint } from "@/lib/integrations/endpoints/every-endpoint";
import { emptyForm } from "@/lib/kernel/action-result";
import { type Actor, roles, scopes } from "./actor";
import { mayActor, type Permission, permissions } from "./permissions";
import { startSession } from "./session-cookie";

// Everything that anybody can ask for is found in the folders, never listed: what is added tomorrow is tried, too.

const jar = vi.hoisted(() => new Map<string, { value: string }>());
vi.mock("@/lib/kernel/env", () => ({
  env: () => ({
    NEXTAUTH_URL: "http://127.0.0.1:3000",
    NEXTAUTH_SECRET: "0123456789abcdef0123456789abcdef",
    LOG_LEVEL: "silent",
  }),
}));
vi.mock("next/headers", () => ({
  headers: async () => new Headers(),
  cookies: async () => ({
    get: (name: string) => jar.get(name),
    set: (name: string, value: string) => jar.set(name, { value }),
  }),
}));
vi.mock("next-intl/server", () => ({ getLocale: async () => "en" }));

const database = await testDatabase();
adoptDatabase(database);
beforeEach(() => jar.clear());

const root = fileURLToPath(new URL("../../", import.meta.url));
const now = new Date("2026-11-20T09:00:00Z");
/** Nothing takes it, so whoever passes the guard is refused by the schema and nothing is done. */
const nonsense = { "no such field": 1 };

interface Executable {
  name: string;
  permission: Permission;
  execute(execution: object, raw: unknown): Promise<unknown>;
}

const isExecutable = (value: unknown): value is Executable =>
  typeof value === "object" && value !== null && "permission" in value && "execute" in value;

const sources = readdirSync(`${root}lib`, { recursive: true, encoding: "utf8" })
  .map((path) => `lib/${path.replaceAll("\\", "/")}`)
  .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"))
  .sort();
const files = (pattern: RegExp) => sources.filter((path) => pattern.test(path));
const load = async (path: string): Promise<[string, unknown][]> =>
  Object.entries(await import(`${root}${path}`));

const executables = new Map<string, Executable>();
for (const path of files(/\/(commands|queries)\/[^/]+$/))
  for (const [exported, value] of await load(path)) if (isExecutable(value)) executables.set(exported, value);

const codeOf = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => "done",
    (error: unknown) => (error instanceof Error && "code" in error ? String(error.code) : String(error)),
  );

test("every command and query refuses each role, customer and key that its permission does not name, and nobody else", async () => {
  const shop = await testMerchant(database);
  const actors: Actor[] = [
    ...(await Promise.all(roles.map((role) => shop.staff(role)))),
    shop.member(randomUUID()),
    ...[[], ...scopes.map((scope) => [scope])].map(
      (held): Actor => ({
        kind: "key",
        merchantId: shop.merchantId,
        keyId: randomUUID(),
        scopes: held,
        transport: "api",
      }),
    ),
  ];
  expect(executables.size).toBeGreaterThan(50);
  const wrong: string[] = [];
  for (const [exported, { permission, execute }] of executables) {
    for (const actor of actors) {
      const code = await codeOf(execute({ actor, now, database }, nonsense));
      const refused = code === "forbidden";
      if (refused === mayActor(actor, permission) || code === "done")
        wrong.push(`${exported} (${permission}) answered ${code} to ${JSON.stringify(actor)}`);
    }
  }
  expect(wrong).toEqual([]);
}, 180_000);

/** Doors, and choices of the reader: open to everybody, each with limits of its own. */
const open = new Set([
  "signIn",
  "signOut",
  "askReset",
  "choosePassword",
  "askLink",
  "openCard",
  "join",
  "setUpShop",
  "keepLocale",
  // The same, and then the command that changes one's own profile, for whoever has one.
  "keepOwnLocale",
  "keepTheme",
  // A mail's way out: its link says whose it is.
  "answerMailLinkAction",
  "endMailByLink",
]);

interface Action {
  exported: string;
  /** Of the command or query behind it; null where the source does not say it in one line. */
  permission: Permission | null;
  call(slug: string): Promise<{ ok?: boolean; problem?: { code: string } }>;
}

async function actions(): Promise<Action[]> {
  const found: Action[] = [];
  for (const path of files(/\/actions\.ts$/)) {
    const source = readFileSync(`${root}${path}`, "utf8");
    for (const [exported, value] of await load(path)) {
      if (typeof value !== "function" || open.has(exported)) continue;
      const [, form, behind] =
        new RegExp(`export const ${exported} = to(Form)?Action\\(\\s*(\\w+)`).exec(source) ?? [];
      const permission = behind ? (executables.get(behind)?.permission ?? null) : null;
      const isForm = form === "Form" || behind === undefined;
      found.push({
        exported,
        permission,
        call: (slug) => (isForm ? value(slug, emptyForm, new FormData()) : value(slug, nonsense)),
      });
    }
  }
  return found;
}

test("every action knows nobody, no other shop's people, no customer where staff is meant, and each role by its permission", async () => {
  const [shop, other] = [await testMerchant(database), await testMerchant(database)];
  const customer = await carrier(shop);
  const stranger = await carrier(other);
  const staffOf = async (accountId: string) => {
    jar.clear();
    await startSession({ accountId, epoch: 0, by: "password", only: null });
  };
  const byLink = async (accountId: string) => {
    jar.clear();
    await startSession({ accountId, epoch: 0, by: "link", only: null });
  };
  const all = await actions();
  expect(all.length).toBeGreaterThan(25);
  const wrong: string[] = [];
  const hold = async (who: string, expected: (action: Action) => string | null) => {
    for (const action of all) {
      const want = expected(action);
      if (want === null) continue;
      const answer = await action.call(shop.slug);
      const code = answer.problem?.code ?? "done";
      const right = want === "passes" ? !["forbidden", "unauthenticated"].includes(code) : code === want;
      if (!right) wrong.push(`${action.exported} answered ${code} to ${who}, not ${want}`);
    }
  };
  const isOwn = ({ permission }: Action) => permission !== null && permissions[permission].member;
  jar.clear();
  await hold("nobody", () => "unauthenticated");
  await staffOf(other.actor.accountId);
  await hold("another shop's owner", () => "not_found");
  await byLink(stranger);
  await hold("another shop's customer", (action) =>
    action.permission === null ? null : isOwn(action) ? "not_found" : "unauthenticated",
  );
  await byLink(customer);
  await hold("a customer", (action) =>
    action.permission === null ? null : isOwn(action) ? "passes" : "unauthenticated",
  );
  for (const role of roles) {
    const actor = await shop.staff(role);
    await staffOf(actor.accountId);
    await hold(`the ${role}`, (action) => {
      if (action.permission === null) return null;
      if (isOwn(action)) return "not_found";
      return mayActor(actor, action.permission) ? "passes" : "forbidden";
    });
  }
  expect(wrong).toEqual([]);
}, 180_000);

/** Somebody with a card of the shop, who signs in by mailed link. */
async function carrier(shop: Awaited<ReturnType<typeof testMerchant>>): Promise<string> {
  const accountId = randomUUID();
  const email = `${accountId}@example.com`;
  await database.sql`insert into account (id, email) values (${accountId}, ${email})`;
  const { id } = await testMember(database, shop, { email });
  await database.sql`
    update member set account_id = ${accountId} where merchant_id = ${shop.merchantId} and id = ${id}`;
  return accountId;
}

test("every verb of the API takes a key with its own scope and refuses one with any other, or none", async () => {
  const shop = await testMerchant(database);
  const endpoints = everyEndpoint.flatMap((group) => Object.values(group.endpoints));
  const wrong: string[] = [];
  for (const scope of [null, ...scopes]) {
    const api = await testApi(database, shop, { scopes: scope === null ? [] : [scope] });
    for (const { verb, path, handler } of endpoints) {
      const address = path.replaceAll(/\{\w+\}/g, randomUUID());
      const { status } = await api.call(
        verb,
        address,
        verb === "GET" || verb === "DELETE" ? {} : { body: nonsense },
      );
      const granted = permissions[handler.permission].scope === scope && scope !== null;
      if ((status === 403) === granted || status === 401)
        wrong.push(`${verb} ${path} answered ${status} to ${scope}`);
    }
  }
  expect(wrong).toEqual([]);
  const { secret } = await testApi(database, shop);
  const forged = { authorization: `Bearer ${secret.slice(0, -1)}${secret.endsWith("A") ? "B" : "A"}` };
  const { call } = await testApi(database, shop);
  for (const { verb, path } of endpoints) {
    const { status } = await call(verb, path.replaceAll(/\{\w+\}/g, randomUUID()), { headers: forged });
    expect(`${verb} ${path} ${status}`).toBe(`${verb} ${path} 401`);
  }
});
