import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { testMerchant } from "@/db/testing/test-merchant";
import { signInWithPassword } from "@/lib/access/commands/sign-in-with-password";
import { hasMerchant } from "@/lib/access/queries/list-doors";
import { getProgram } from "@/lib/program/queries/get-program";
import { createMerchant } from "./create-merchant";

const database = await testDatabase();
const now = new Date("2026-11-22T09:00:00Z");
const password = "cezve-fincan-42";

const shop = (change: Record<string, unknown> = {}) => ({
  slug: `shop-${randomUUID().slice(0, 8)}`,
  name: "Köşe Kahve",
  currency: "TRY",
  timezone: "Europe/Istanbul",
  ownerEmail: `${randomUUID()}@example.com`,
  ownerPassword: password,
  ...change,
});

// First, while there is none.
describe("the first visit", () => {
  test("of six people who set up at the same moment one makes the shop, the others find the page gone", async () => {
    expect(await hasMerchant(database)).toBe(false);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 6 }, () =>
        createMerchant(database, shop(), now, { transport: "web", onlyFirst: true }),
      ),
    );
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "not_found" });
    }
    const [counted] = await database.sql`
      select (select count(*)::int from merchant) as shops, (select count(*)::int from account) as accounts`;
    expect(counted).toEqual({ shops: 1, accounts: 1 });
    expect(await hasMerchant(database)).toBe(true);
  });
});

describe("a new shop", () => {
  test("has an owner who can sign in, and a program that gives a point for each lira", async () => {
    const input = shop();
    const { id, slug, ownerAccountId } = await createMerchant(database, input, now);
    expect(slug).toBe(input.slug);
    const claims = await signInWithPassword(database, { email: input.ownerEmail, password }, { now });
    expect(claims.accountId).toBe(ownerAccountId);
    const actor = {
      kind: "staff",
      merchantId: id,
      accountId: ownerAccountId,
      role: "owner",
      transport: "web",
    } as const;
    const program = await getProgram.execute({ actor, now, database }, {});
    expect(program.version).toBe(1);
    expect(program.content.earning.rules).toMatchObject([
      { key: "base", effect: { kind: "rate", points: 1, per: 100 } },
    ]);
    const [row] = await database.sql`select country, locale from merchant where id = ${id}`;
    expect(row).toEqual({ country: "TR", locale: "en" });
  });

  test("that takes yen gives a point for each 100, one that takes dinars for each 1.000", async () => {
    for (const [currency, per] of [
      ["JPY", 100],
      ["KWD", 1000],
    ] as const) {
      const { id } = await createMerchant(database, shop({ currency }), now);
      const [row] =
        await database.sql`select content->'earning'->'rules'->0->'effect'->'per' as per from program_version where merchant_id = ${id}`;
      expect(row?.per).toBe(per);
    }
  });

  test("without a slug takes it from the name", async () => {
    const { slug } = await createMerchant(
      database,
      shop({ slug: "", name: `Işık ${randomUUID().slice(0, 6)}` }),
      now,
    );
    expect(slug).toMatch(/^isik-[0-9a-f]{6}$/);
  });

  test("is audited, without the password", async () => {
    const { id } = await createMerchant(database, shop(), now);
    const events = await database.sql<{ action: string; after: object }[]>`
      select action, after from audit_event where merchant_id = ${id} order by action`;
    expect(events.map((event) => event.action)).toEqual(["merchant.create", "program.publish"]);
    expect(JSON.stringify(events)).not.toContain(password);
  });

  test.each([
    [{ slug: "API" }, "slug", "slug.reserved"],
    [{ slug: "köşe" }, "slug", "slug.shape"],
    [{ slug: "", name: "珈琲" }, "slug", "slug.shape"],
    [{ name: "" }, "name", "required"],
    [{ name: "x".repeat(81) }, "name", "too_big.string"],
    [{ currency: "XYZ" }, "currency", "currency"],
    [{ timezone: "Mars/Olympus" }, "timezone", "timezone"],
    [{ timezone: "+03:00" }, "timezone", "timezone"],
    [{ locale: "de" }, "locale", "choice"],
    [{ country: "ZZ" }, "country", "country"],
    [{ colour: "red;}" }, "colour", "colour"],
    [{ ownerEmail: "nobody" }, "ownerEmail", "email"],
    [{ ownerPassword: "short" }, "ownerPassword", "too_small.string"],
    [{ ownerPassword: "password123" }, "ownerPassword", "password.common"],
    [{ ownerPassword: undefined }, "ownerPassword", "required"],
    [{ onlyFirst: false }, "onlyFirst", "unknown"],
  ])("%o is refused by its field", async (change, path, code) => {
    await expect(createMerchant(database, shop(change), now)).rejects.toMatchObject({
      code: "invalid",
      fields: [{ path, code }],
    });
  });

  test("cannot have another shop's slug, and leaves nothing behind when it tries", async () => {
    const { slug } = await testMerchant(database);
    const input = shop({ slug });
    await expect(createMerchant(database, input, now)).rejects.toMatchObject({
      fields: [{ path: "slug", code: "slug.taken" }],
    });
    const [account] = await database.sql`select id from account where email = ${input.ownerEmail}`;
    expect(account).toBeUndefined();
  });

  test("of somebody who owns one already takes the password they have, and no other", async () => {
    const first = shop();
    const { ownerAccountId } = await createMerchant(database, first, now);
    const again = shop({ ownerEmail: first.ownerEmail, ownerPassword: "another password" });
    await expect(createMerchant(database, again, now)).rejects.toMatchObject({
      fields: [{ path: "ownerPassword", code: "password.other" }],
    });
    const second = await createMerchant(database, { ...again, ownerPassword: password }, now);
    expect(second.ownerAccountId).toBe(ownerAccountId);
  });
});
