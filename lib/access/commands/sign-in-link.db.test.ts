import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { lastMail } from "@/db/testing/kept-mail";
import { testDatabase } from "@/db/testing/test-database";
import { testEnvironment } from "@/db/testing/test-environment";
import { testMember } from "@/db/testing/test-member";
import { testMerchant } from "@/db/testing/test-merchant";
import { listPrograms } from "../queries/list-programs";
import { peekLink } from "../queries/peek-link";
import { joinProgram } from "./join-program";
import { requestSignInLink } from "./request-sign-in-link";
import { signInWithLink } from "./sign-in-with-link";

const environment = testEnvironment({
  NEXTAUTH_URL: "http://localhost:3000",
  SMTP_URL: undefined as string | undefined,
});
beforeEach(() => {
  environment.SMTP_URL = undefined;
});

const database = await testDatabase();
const now = new Date("2026-11-22T09:00:00Z");
const context = { now };
const later = (minutes: number) => ({ now: new Date(now.getTime() + minutes * 60_000) });
const somebody = () => `${randomUUID()}@example.com`;

async function linkFor(shop: { slug: string; merchantId: number }, email: string): Promise<string> {
  await requestSignInLink(database, shop.slug, { email }, { ...context, locale: "en" });
  const mail = await lastMail(database, shop.merchantId, email.toLowerCase());
  return mail?.secret ?? "";
}

const memberRow = async (merchantId: number, id: string) => {
  const [row] = await database.sql<{ accountId: string | null }[]>`
    select account_id as "accountId" from member where merchant_id = ${merchantId} and id = ${id}`;
  return row;
};

describe("a mailed link", () => {
  test("signs in once; a second try is told to ask for a new one", async () => {
    const shop = await testMerchant(database);
    const secret = await linkFor(shop, somebody());
    await expect(signInWithLink(database, secret, later(1))).resolves.toMatchObject({
      claims: { by: "link", epoch: 0 },
    });
    await expect(signInWithLink(database, secret, later(2))).rejects.toMatchObject({ code: "link_expired" });
  });

  test("pressed on two devices at the same moment signs one of them in", async () => {
    const shop = await testMerchant(database);
    const secret = await linkFor(shop, somebody());
    const outcomes = await Promise.allSettled(
      [1, 2, 3, 4].map(() => signInWithLink(database, secret, context)),
    );
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
  });

  test("asked for twice, two devices are signed into the same account", async () => {
    const shop = await testMerchant(database);
    const email = somebody();
    const [phone, laptop] = [await linkFor(shop, email), await linkFor(shop, email)];
    const one = await signInWithLink(database, phone, { now, address: "203.0.113.1" });
    const two = await signInWithLink(database, laptop, { now, address: "198.51.100.7" });
    expect(one.claims).toEqual(two.claims);
  });

  test("works for 15 minutes", async () => {
    const shop = await testMerchant(database);
    const secret = await linkFor(shop, somebody());
    await expect(signInWithLink(database, secret, later(15))).rejects.toMatchObject({ code: "link_expired" });
    await expect(signInWithLink(database, secret, later(14.9))).resolves.toBeTruthy();
  });

  test("opened by a mail scanner is not used up: looking is not pressing", async () => {
    const shop = await testMerchant(database);
    const email = somebody();
    const secret = await linkFor(shop, email);
    for (let i = 0; i < 3; i++) {
      const shown = await peekLink(database, { secret, purposes: ["sign-in"], now });
      expect(shown).toMatchObject({ email, shop: { slug: shop.slug } });
    }
    await expect(signInWithLink(database, secret, context)).resolves.toBeTruthy();
    expect(await peekLink(database, { secret, purposes: ["sign-in"], now })).toBeNull();
  });

  test("to sign in is none to set a password, and the other way round", async () => {
    const shop = await testMerchant(database);
    const secret = await linkFor(shop, somebody());
    expect(await peekLink(database, { secret, purposes: ["reset", "invite"], now })).toBeNull();
  });

  test("is sent alike to members and to strangers, and not at all for a shop that does not exist", async () => {
    const shop = await testMerchant(database);
    const known = somebody();
    await testMember(database, shop, { email: known });
    const [a, b] = [await linkFor(shop, known), await linkFor(shop, somebody())];
    expect(a.length).toBe(b.length);
    await expect(
      requestSignInLink(database, "no-such-shop", { email: known }, { ...context, locale: "en" }),
    ).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("the membership that waits for an address", () => {
  test("enrolled at the till, claimed by the same e-mail address in capitals, and in the account's list of cards", async () => {
    const shop = await testMerchant(database);
    const email = somebody();
    const { id } = await testMember(database, shop, { email, name: "Ece" });
    const secret = await linkFor(shop, email.toUpperCase());
    const { claims, memberId } = await signInWithLink(database, secret, context);
    expect(memberId).toBe(id);
    expect(await memberRow(shop.merchantId, id)).toEqual({ accountId: claims.accountId });
    const cards = await listPrograms(database, { accountId: claims.accountId, now });
    expect(cards).toMatchObject([{ slug: shop.slug, memberId: id, balance: 0 }]);
    const [event] = await database.sql`
      select actor, after from audit_event where merchant_id = ${shop.merchantId} and action = 'member.claim'`;
    expect(event).toEqual({ actor: `member:${id}`, after: { accountId: claims.accountId } });
  });

  test("that another account holds stays with it", async () => {
    const shop = await testMerchant(database);
    const [first, second] = [somebody(), somebody()];
    const { id } = await testMember(database, shop, { email: first });
    const mine = await signInWithLink(database, await linkFor(shop, first), context);
    await database.sql`update member set email = ${second} where merchant_id = ${shop.merchantId} and id = ${id}`;
    const other = await signInWithLink(database, await linkFor(shop, second), context);
    expect(other.memberId).toBeNull();
    expect(await memberRow(shop.merchantId, id)).toEqual({ accountId: mine.claims.accountId });
  });

  test("is looked for in the shop whose page was used, and in no other", async () => {
    const [here, there] = [await testMerchant(database), await testMerchant(database)];
    const email = somebody();
    const { id } = await testMember(database, there, { email });
    const { memberId } = await signInWithLink(database, await linkFor(here, email), context);
    expect(memberId).toBeNull();
    expect(await memberRow(there.merchantId, id)).toEqual({ accountId: null });
  });

  test("one account, cards of two programs; a membership that ended is not among them", async () => {
    environment.SMTP_URL = "smtp://127.0.0.1:1";
    const [one, two] = [
      await testMerchant(database, { name: "Bir" }),
      await testMerchant(database, { name: "İki" }),
    ];
    const email = somebody();
    await testMember(database, one, { email });
    const { id } = await testMember(database, two, { email });
    const { claims } = await signInWithLink(database, await linkFor(one, email), context);
    await signInWithLink(database, await linkFor(two, email), context);
    const cards = await listPrograms(database, { accountId: claims.accountId, now });
    expect(cards.map((card) => card.name)).toEqual(["Bir", "İki"]);
    await database.sql`update member set status = 'erased' where merchant_id = ${two.merchantId} and id = ${id}`;
    expect(await listPrograms(database, { accountId: claims.accountId, now })).toHaveLength(1);
  });
});

describe("what a link proves", () => {
  test("mailed, it opens every card of the account", async () => {
    environment.SMTP_URL = "smtp://127.0.0.1:1";
    const shop = await testMerchant(database);
    const { claims } = await signInWithLink(database, await linkFor(shop, somebody()), context);
    expect(claims.only).toBeNull();
  });

  test("handed out by a shop without mail, it opens that shop's card and no other", async () => {
    const shop = await testMerchant(database);
    const { claims } = await signInWithLink(database, await linkFor(shop, somebody()), context);
    expect(claims.only).toBe(shop.merchantId);
    expect(await listPrograms(database, { accountId: claims.accountId, only: claims.only, now })).toEqual([]);
  });
});

describe("joining", () => {
  test("makes a member of a stranger, once, however often the button is pressed", async () => {
    const shop = await testMerchant(database);
    const email = somebody();
    const { claims } = await signInWithLink(database, await linkFor(shop, email), context);
    const joiner = { accountId: claims.accountId, email };
    const join = () =>
      joinProgram(database, { slug: shop.slug, joiner, raw: { name: "Ece", locale: "tr" } }, context);
    const ids = (await Promise.all([join(), join(), join()])).map((joined) => joined.memberId);
    expect(new Set(ids).size).toBe(1);
    const [member] = await database.sql`
      select name, email, locale, account_id as "accountId", enrolled_via as via from member
      where merchant_id = ${shop.merchantId} and id = ${ids[0] ?? ""}`;
    expect(member).toEqual({
      name: "Ece",
      email,
      locale: "tr",
      accountId: claims.accountId,
      via: "customer",
    });
  });

  test("while the till enrols the same address makes one member, who is theirs", async () => {
    for (let round = 0; round < 5; round++) {
      const shop = await testMerchant(database);
      const email = somebody();
      const { claims } = await signInWithLink(database, await linkFor(shop, email), context);
      const joiner = { accountId: claims.accountId, email };
      const [joined] = await Promise.allSettled([
        joinProgram(database, { slug: shop.slug, joiner, raw: {} }, context),
        testMember(database, shop, { email }),
      ]);
      expect(joined.status).toBe("fulfilled");
      const members = await database.sql`
        select account_id as "accountId" from member where merchant_id = ${shop.merchantId} and email = ${email}`;
      expect(members).toEqual([{ accountId: claims.accountId }]);
    }
  });

  test("a program that does not exist is not found", async () => {
    const joiner = { accountId: randomUUID(), email: somebody() };
    await expect(
      joinProgram(database, { slug: "no-such-shop", joiner, raw: {} }, context),
    ).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
