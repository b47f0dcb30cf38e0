import { expect, test } from "vitest";
import * as schema from "@/db/schema";
import { lastMail } from "@/db/testing/kept-mail";
import { onePerUnit, shopping } from "@/db/testing/shopping";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { testMerchant } from "@/db/testing/test-merchant";
import { requestJoinLink } from "@/lib/access/commands/request-sign-in-link";
import { signInWithLink } from "@/lib/access/commands/sign-in-with-link";
import { beginDataExport } from "./commands/begin-data-export";
import { editOwnProfile } from "./commands/edit-own-profile";
import { leaveProgram } from "./commands/leave-program";
import { setOwnConsent } from "./commands/set-own-consent";
import { tablesOfMembers } from "./member-data";
import { getMemberData } from "./queries/get-member-data";
import { getOwnData } from "./queries/get-own-data";
import { getOwnProfile } from "./queries/get-own-profile";

const database = await testDatabase();
const now = new Date("2026-11-22T09:00:00Z");

async function somebody(details = {}) {
  const shop = await testMerchant(database, { program: { earning: { rules: [onePerUnit] } } });
  const { id } = await testMember(database, shop, { name: "Ece Demir", ...details });
  const context = { actor: shop.member(id), now, database };
  return { shop, id, context };
}

test("a member takes their phone out, gives a birthday and another language; nothing else changes", async () => {
  const { context } = await somebody({ phone: "0532 765 43 21", email: "ece@example.com" });
  const given = { name: "Ece", phone: null, birthday: "1990-04-23", locale: "tr" };
  await editOwnProfile.execute(context, given);
  expect(await getOwnProfile.execute(context, {})).toMatchObject({ ...given, email: "ece@example.com" });
});

test("two tabs: one gives another name, the other only a phone number; both are there afterwards", async () => {
  const { context } = await somebody({ birthday: "1990-04-23" });
  await editOwnProfile.execute(context, { name: "Ece Lovelace" });
  await editOwnProfile.execute(context, { phone: "0532 765 43 21" });
  expect(await getOwnProfile.execute(context, {})).toMatchObject({
    name: "Ece Lovelace",
    phone: "+905327654321",
    birthday: "1990-04-23",
  });
});

test("a year of which only one digit was typed is refused beside the birthday; 1 January 1900 is one", async () => {
  const { context } = await somebody();
  await expect(editOwnProfile.execute(context, { birthday: "0001-05-06" })).rejects.toMatchObject({
    fields: [{ path: "birthday", code: "year", params: { year: "1900" } }],
  });
  await editOwnProfile.execute(context, { birthday: "1900-01-01" });
  expect(await getOwnProfile.execute(context, {})).toMatchObject({ birthday: "1900-01-01" });
});

test("a birthday that has not been yet is refused beside its field, and so is somebody else's phone", async () => {
  const { shop, context } = await somebody();
  const given = { name: null, phone: null, birthday: null, locale: "en" };
  await expect(editOwnProfile.execute(context, { ...given, birthday: "2026-11-23" })).rejects.toMatchObject({
    fields: [{ path: "birthday", code: "in_future" }],
  });
  await testMember(database, shop, { phone: "0532 765 43 21" });
  await expect(editOwnProfile.execute(context, { ...given, phone: "+90 532 7654321" })).rejects.toMatchObject(
    { fields: [{ path: "phone", code: "taken" }] },
  );
});

test("staff cannot answer for a member, and a key neither", async () => {
  const { shop } = await somebody();
  const answer = { kind: "marketing", given: true, locale: "en" };
  await expect(setOwnConsent.execute({ actor: shop.actor, now, database }, answer)).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("never asked: no; yes, yes again and no: two answers are kept, in the words that were read", async () => {
  const { context } = await somebody();
  const before = await getOwnProfile.execute(context, {});
  expect(before.consents).toEqual([{ kind: "marketing", given: false }]);
  const say = (given: boolean, locale: string) =>
    setOwnConsent.execute(context, { kind: "marketing", given, locale });
  await say(true, "en");
  await Promise.all([say(true, "en"), say(true, "en")]);
  await say(false, "tr");
  const { consents, consentHistory } = await getOwnProfile.execute(context, {});
  expect(consents).toEqual([{ kind: "marketing", given: false }]);
  expect(consentHistory.map(({ given, wording, via }) => ({ given, wording, via }))).toEqual([
    { given: false, wording: "Köşe Kahve bana e-postayla kampanya ve haber gönderebilir.", via: "profile" },
    { given: true, wording: "Köşe Kahve may send me offers and news by e-mail.", via: "profile" },
  ]);
});

test("joining from the poster with the box ticked: the link alone makes the member, on another device, with the consent", async () => {
  const shop = await testMerchant(database);
  const email = "new@example.com";
  const typed = { email, name: "Yeni Üye", marketing: true };
  await requestJoinLink(database, shop.slug, typed, { now, address: "203.0.113.1", locale: "tr" });
  const secret = (await lastMail(database, shop.merchantId, email))?.secret ?? "";
  const { memberId } = await signInWithLink(database, secret, { now, address: "198.51.100.7" });
  const actor = shop.member(memberId ?? "");
  const profile = await getOwnProfile.execute({ actor, now, database }, {});
  expect(profile).toMatchObject({ name: "Yeni Üye", email, locale: "tr" });
  expect(profile.consents).toEqual([{ kind: "marketing", given: true }]);
  expect(profile.consentHistory).toMatchObject([{ via: "joining", given: true }]);
});

test("joining without ticking agrees to nothing, and leaves no answer behind", async () => {
  const shop = await testMerchant(database);
  await requestJoinLink(database, shop.slug, { email: "a@example.com" }, { now, locale: "en" });
  const secret = (await lastMail(database, shop.merchantId, "a@example.com"))?.secret ?? "";
  const { memberId } = await signInWithLink(database, secret, { now });
  const { consentHistory } = await getOwnProfile.execute(
    { actor: shop.member(memberId ?? ""), now, database },
    {},
  );
  expect(consentHistory).toEqual([]);
});

test("a joining form for somebody who is a member opens their card and changes no name", async () => {
  const shop = await testMerchant(database);
  const { id } = await testMember(database, shop, { email: "ada@example.com", name: "Ada" });
  const typed = { email: "ada@example.com", name: "Somebody Else" };
  await requestJoinLink(database, shop.slug, typed, { now, locale: "en" });
  const secret = (await lastMail(database, shop.merchantId, "ada@example.com"))?.secret ?? "";
  expect((await signInWithLink(database, secret, { now })).memberId).toBe(id);
  const profile = await getOwnProfile.execute({ actor: shop.member(id), now, database }, {});
  expect(profile.name).toBe("Ada");
});

test("the data file has every table of the schema that names a member, and nobody else's rows", async () => {
  const { shop, id, context } = await somebody({ email: "ece@example.com" });
  const other = await testMember(database, shop, { name: "Kaan" });
  const { buy } = shopping(database, shop);
  await buy(id, { lines: [4995] });
  await buy(other.id, { lines: [77777] });
  const data = await getOwnData.execute(context, {});
  expect(data.member).toMatchObject({ name: "Ece Demir", email: "ece@example.com", balance: 49 });
  expect(data).toMatchObject({
    ledgerEntry: [{ kind: "earn", points: 49, actor: "staff" }],
    purchase: [{ amount: 4995 }],
    purchaseLine: [{ amount: 4995 }],
    consentEvent: [],
  });
  expect(JSON.stringify(data)).not.toMatch(/77777|Kaan/);
  const named = Object.values(schema).filter((table) =>
    columnNames(table).some((name) => /member_?id/i.test(name)),
  );
  expect(tablesOfMembers().length).toBe(named.length);
});

test("a manager takes the same file out at the counter, which the audit log says; a cashier and another shop do not, and nobody takes that of whoever is gone", async () => {
  const { shop, id, context } = await somebody({ email: "ece@example.com" });
  const as = (actor: typeof shop.actor) => ({ actor, now, database });
  const manager = as(await shop.staff("manager"));
  const own = await getOwnData.execute(context, {});
  expect(await getMemberData.execute(manager, { id })).toEqual(own);
  await beginDataExport.execute(manager, { id });
  await beginDataExport.execute(manager, { id });
  const said = await database.sql`
    select actor from audit_event where merchant_id = ${shop.merchantId} and action = 'member.export' and subject = ${`member:${id}`}`;
  expect(said).toEqual(Array(2).fill({ actor: `staff:${manager.actor.accountId}` }));
  const stranger = as((await testMerchant(database)).actor);
  const cashier = as(await shop.staff("cashier"));
  for (const query of [getMemberData, beginDataExport]) {
    await expect(query.execute(cashier, { id })).rejects.toMatchObject({ code: "forbidden" });
    await expect(query.execute(stranger, { id })).rejects.toMatchObject({ code: "not_found" });
    await expect(query.execute(manager, { id: "x" })).rejects.toMatchObject({ fields: [{ path: "id" }] });
  }
  await leaveProgram.execute(context, {});
  await expect(getMemberData.execute(manager, { id })).rejects.toMatchObject({ code: "not_found" });
  await expect(beginDataExport.execute(manager, { id })).rejects.toMatchObject({ code: "not_found" });
});

const columnNames = (table: object): string[] =>
  Object.values(table).flatMap((column) =>
    column && typeof column === "object" && "name" in column ? [String(column.name)] : [],
  );

test("50 points, then leaving: forfeited by an entry, the name is gone, the books still agree (case 33)", async () => {
  const { shop, id, context } = await somebody();
  const { buy, differences } = shopping(database, shop);
  await buy(id, { lines: [5000] });
  expect(await leaveProgram.execute(context, {})).toMatchObject({
    points: { forfeited: 50, writtenOff: 0 },
  });
  await expect(getOwnProfile.execute(context, {})).rejects.toMatchObject({ code: "not_found" });
  expect(await differences()).toEqual([]);
});
