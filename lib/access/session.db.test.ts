import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, test, vi } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { testMerchant } from "@/db/testing/test-merchant";
import { endSession as endStaffSession } from "@/lib/merchants/commands/end-session";
import { listSessions } from "@/lib/merchants/queries/list-sessions";
import { memberPage, memberSession, signedInAccount, staffActor, staffPage, staffSession } from "./session";
import { endSession, startSession } from "./session-cookie";
import { type SessionClaims, sealSession, sessionCookieName } from "./session-token";

const world = vi.hoisted(() => ({
  jar: new Map<string, { value: string; options: Record<string, unknown> }>(),
  environment: { NEXTAUTH_URL: "http://127.0.0.1:3000", NEXTAUTH_SECRET: "0123456789abcdef0123456789abcdef" },
  database: undefined as unknown,
}));
vi.mock("@/lib/kernel/env", () => ({ env: () => world.environment }));
vi.mock("@/db/connection", () => ({ database: () => world.database }));
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ "x-forwarded-for": "203.0.113.1" }),
  cookies: async () => ({
    get: (name: string) => world.jar.get(name),
    set: (name: string, value: string, options: Record<string, unknown>) =>
      world.jar.set(name, { value, options }),
  }),
}));
vi.mock("next/navigation", () => ({
  redirect: (path: string) => {
    throw new Error(`redirect ${path}`);
  },
  notFound: () => {
    throw new Error("not found");
  },
}));

const database = await testDatabase();
world.database = database;
afterEach(() => world.jar.clear());

const signIn = async (claims: Partial<SessionClaims> & { accountId: string }) =>
  startSession({ epoch: 0, by: "password", only: null, ...claims });

async function customer(shop: Awaited<ReturnType<typeof testMerchant>>) {
  const accountId = randomUUID();
  const email = `${accountId}@example.com`;
  await database.sql`insert into account (id, email) values (${accountId}, ${email})`;
  const { id } = await testMember(database, shop, { email });
  await database.sql`
    update member set account_id = ${accountId} where merchant_id = ${shop.merchantId} and id = ${id}`;
  return { accountId, memberId: id };
}

describe("staff", () => {
  test("of this shop get an actor with the role they have now, not the one they signed in with", async () => {
    const shop = await testMerchant(database);
    const { accountId } = await shop.staff("cashier");
    await signIn({ accountId });
    expect(await staffActor(shop.slug)).toEqual({
      kind: "staff",
      merchantId: shop.merchantId,
      accountId,
      role: "cashier",
      transport: "web",
      address: "203.0.113.1",
    });
    await database.sql`update staff set role = 'manager' where merchant_id = ${shop.merchantId} and account_id = ${accountId}`;
    expect((await staffActor(shop.slug)).role).toBe("manager");
    await database.sql`update staff set active = false where merchant_id = ${shop.merchantId} and account_id = ${accountId}`;
    await expect(staffActor(shop.slug)).rejects.toMatchObject({ code: "not_found" });
  });

  test("of another shop find nothing here, exactly as where there is no shop", async () => {
    const [mine, theirs] = [await testMerchant(database), await testMerchant(database)];
    await signIn(mine.actor);
    await expect(staffActor(theirs.slug)).rejects.toMatchObject({ code: "not_found" });
    await expect(staffActor("no-such-shop")).rejects.toMatchObject({ code: "not_found" });
    await expect(staffPage(theirs.slug)).rejects.toThrow("not found");
  });

  test("who are not signed in are asked to, and come back", async () => {
    const shop = await testMerchant(database);
    await expect(staffActor(shop.slug)).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(staffPage(shop.slug)).rejects.toThrow(
      `redirect /sign-in?to=${encodeURIComponent(`/m/${shop.slug}`)}`,
    );
  });

  test("whose sessions were ended (a new password) are asked to sign in again", async () => {
    const shop = await testMerchant(database);
    await signIn(shop.actor);
    await database.sql`update account set session_epoch = 1 where id = ${shop.actor.accountId}`;
    await expect(staffActor(shop.slug)).rejects.toMatchObject({ code: "unauthenticated" });
    expect(await signedInAccount()).toBeNull();
  });

  test("need a password: a mailed link opens cards only", async () => {
    const shop = await testMerchant(database);
    await signIn({ accountId: shop.actor.accountId, by: "link" });
    await expect(staffActor(shop.slug)).rejects.toMatchObject({ code: "unauthenticated" });
  });
});

describe("customers", () => {
  test("get their own membership of this program", async () => {
    const shop = await testMerchant(database);
    const { accountId, memberId } = await customer(shop);
    await signIn({ accountId, by: "link" });
    expect((await memberSession(shop.slug)).actor).toMatchObject({
      kind: "member",
      merchantId: shop.merchantId,
      memberId,
    });
  });

  test("without a card of this program are offered one; of a program that is not there, nothing", async () => {
    const [one, other] = [await testMerchant(database), await testMerchant(database)];
    const { accountId } = await customer(one);
    await signIn({ accountId, by: "link" });
    await expect(memberSession(other.slug)).rejects.toMatchObject({ code: "not_found" });
    await expect(memberPage(other.slug)).rejects.toThrow(`redirect /c/${other.slug}/join`);
    await expect(memberPage("no-such-shop")).rejects.toThrow("not found");
  });

  test("with a link that a shop without mail handed out reach that shop's card only", async () => {
    const [one, other] = [await testMerchant(database), await testMerchant(database)];
    const { accountId } = await customer(one);
    await signIn({ accountId, by: "link", only: other.merchantId });
    await expect(memberSession(one.slug)).rejects.toMatchObject({ code: "unauthenticated" });
  });
});

describe("the cookie", () => {
  test("is out of reach of scripts and other sites, and of plain http where the app has https", async () => {
    await signIn({ accountId: randomUUID() });
    expect(world.jar.get("next-auth.session-token")?.options).toMatchObject({
      httpOnly: true,
      sameSite: "lax",
      secure: false,
      path: "/",
    });
    world.environment.NEXTAUTH_URL = "https://shop.example";
    await signIn({ accountId: randomUUID() });
    expect(world.jar.get("__Secure-next-auth.session-token")?.options).toMatchObject({ secure: true });
    world.environment.NEXTAUTH_URL = "http://127.0.0.1:3000";
  });

  test.each(["", "nonsense", "eyJhbGciOiJub25lIn0.e30."])("forged (%j) is nobody's", async (value) => {
    world.jar.set(sessionCookieName(), { value, options: {} });
    expect(await signedInAccount()).toBeNull();
  });

  test("sealed by another installation is nobody's", async () => {
    const shop = await testMerchant(database);
    const sealed = await sealSession({
      accountId: shop.actor.accountId,
      epoch: 0,
      by: "password",
      only: null,
    });
    const secret = world.environment.NEXTAUTH_SECRET;
    world.environment.NEXTAUTH_SECRET = "another-installation-has-another-secret";
    world.jar.set(sessionCookieName(), { value: sealed, options: {} });
    expect(await signedInAccount()).toBeNull();
    world.environment.NEXTAUTH_SECRET = secret;
    expect(await signedInAccount()).toMatchObject({ accountId: shop.actor.accountId });
  });

  test("an owner who opens their own card by link stays signed in as owner; somebody else's link takes over", async () => {
    const shop = await testMerchant(database);
    await signIn(shop.actor);
    await signIn({ accountId: shop.actor.accountId, by: "link" });
    await expect(staffActor(shop.slug)).resolves.toMatchObject({ role: "owner" });
    const { accountId } = await customer(shop);
    await signIn({ accountId, by: "link" });
    await expect(staffActor(shop.slug)).rejects.toMatchObject({ code: "unauthenticated" });
    await endSession();
    expect(await signedInAccount()).toBeNull();
  });
});

describe("a sign-in", () => {
  test("is seen by the shop it was used in; ended there it is refused from the next request on, and elsewhere it holds", async () => {
    const [here, there] = [await testMerchant(database), await testMerchant(database)];
    const { accountId } = await here.staff("owner");
    await database.sql`insert into staff (merchant_id, account_id, role) values (${there.merchantId}, ${accountId}, 'cashier')`;
    await signIn({ accountId });
    const { actor, sessionId } = await staffSession(here.slug);
    await staffActor(there.slug);
    const asking = { actor, database, now: new Date() };
    expect(await listSessions.execute(asking, {})).toMatchObject([
      { accountId, sessionId, address: "203.0.113.1" },
    ]);
    await endStaffSession.execute(asking, { accountId, sessionId: sessionId ?? "" });
    await expect(staffActor(here.slug)).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(staffPage(here.slug)).rejects.toThrow("redirect /sign-in?again=1&to=");
    expect(await staffActor(there.slug)).toMatchObject({ role: "cashier" });
    expect(await listSessions.execute(asking, {})).toEqual([]);
    await signIn({ accountId });
    expect(await staffActor(here.slug)).toMatchObject({ role: "owner" });
  });

  test("is ended by an owner of the shop only, and another shop's is not there", async () => {
    const [shop, other] = [await testMerchant(database), await testMerchant(database)];
    const cashier = await shop.staff("cashier");
    const { accountId } = cashier;
    await signIn({ accountId });
    await staffSession(shop.slug);
    const end = (actor: typeof cashier) =>
      endStaffSession.execute({ actor, database, now: new Date() }, { accountId });
    await expect(end(cashier)).rejects.toMatchObject({ code: "forbidden" });
    await expect(end(other.actor)).rejects.toMatchObject({ code: "not_found" });
    expect(await end(shop.actor)).toEqual({ ended: 1 });
  });
});
