import { describe, expect, test } from "vitest";
import { fieldsOf, testApi } from "@/db/testing/test-api";
import { testDatabase } from "@/db/testing/test-database";
import { testMerchant } from "@/db/testing/test-merchant";
import { isCardNumber } from "@/lib/kernel/card-number";

const database = await testDatabase();
const shop = await testMerchant(database, {
  program: {
    tiers: [
      { key: "silver", name: "Silver" },
      { key: "gold", name: "Gold" },
    ],
    earning: { rules: [{ key: "one", name: "One", effect: { kind: "rate", points: 1, per: 100 } }] },
  },
});
const other = await testMerchant(database, { program: {} });
const api = await testApi(database, shop);
const foreign = await testApi(database, other);

type Member = { id: string; card: string };
const enrol = async (body: object = {}) => (await api.post("/members", body)).body as Member;
const unknownId = "0198a6d2-7c1e-7a40-9b1c-3f5d2e8a6c01";

describe("POST /members", () => {
  test("enrols with everything there is to say, and answers the member", async () => {
    const sent = {
      name: "Ayşegül Şahin",
      email: "Aysegul@Example.com",
      phone: "0532 123 45 67",
      externalId: "crm-1042",
      birthday: "1990-04-23",
      locale: "tr",
      tier: "gold",
      tags: ["oat milk", "☕"],
      attributes: { cup: "own" },
    };
    const { status, body } = await api.post("/members", sent);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ...sent,
      email: "aysegul@example.com",
      phone: "+905321234567",
      enrolledVia: "api",
      balance: 0,
      pending: 0,
      debt: 0,
      purchaseCount: 0,
    });
    const { id, card } = body as Member;
    expect(isCardNumber(card)).toBe(true);
    expect((await api.get(`/members/${id}`)).body).toEqual(body);
  });

  test("nothing is required", async () => {
    expect((await api.post("/members", {})).status).toBe(201);
  });

  test.each(["email", "phone", "externalId"] as const)(
    "the %s of another member is refused by name",
    async (field) => {
      const mine = { email: `${field}@example.com`, phone: "0533 000 00 0", externalId: `ext-${field}` };
      const phone = `0533 000 00 ${{ email: 10, phone: 11, externalId: 12 }[field]}`;
      await enrol({ ...mine, phone });
      const { status, body } = await api.post("/members", {
        [field]: field === "phone" ? phone.replaceAll(" ", "") : mine[field],
      });
      expect([status, fieldsOf(body)]).toEqual([409, [`${field} taken`]]);
      // Another shop's members are its own.
      expect(
        (await foreign.post("/members", { [field]: field === "phone" ? phone : mine[field] })).status,
      ).toBe(201);
    },
  );

  test("twenty at once with one e-mail address: one member, nineteen refusals", async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => api.post("/members", { email: "everybody@example.com" })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(19).fill(409)]);
  });

  test.each([
    [{ name: "" }, "name required"],
    [{ name: " " }, "name required"],
    [{ name: "x".repeat(201) }, "name too_big.string"],
    [{ name: "a\u0000b" }, "name text.printable"],
    [{ name: "\ud800" }, "name text.printable"],
    [{ name: null }, "name type"],
    [{ name: 7 }, "name type"],
    [{ email: "nobody" }, "email email"],
    [{ email: `${"a".repeat(250)}@example.com` }, "email too_big.string"],
    [{ phone: "12" }, "phone phone"],
    [{ phone: "call me" }, "phone phone"],
    [{ externalId: "" }, "externalId required"],
    [{ birthday: "23.04.1990" }, "birthday day"],
    [{ birthday: "2026-02-30" }, "birthday day"],
    [{ birthday: "1899-12-31" }, "birthday year"],
    [{ birthday: "0001-01-01" }, "birthday year"],
    [{ birthday: "9999-12-31" }, "birthday in_future"],
    [{ locale: "de" }, "locale choice"],
    [{ tags: "one" }, "tags type"],
    [{ tags: Array(51).fill("x") }, "tags too_big.array"],
    [{ tags: [1] }, "tags.0 type"],
    [{ attributes: [] }, "attributes type"],
    [{ attributes: { size: 3 } }, "attributes.size type"],
    [{ attributes: JSON.parse('{ "__proto__": "x", "size": "l" }') }, "attributes.__proto__ unknown"],
    [
      { attributes: Object.fromEntries(Array.from({ length: 51 }, (_, n) => [n, "x"])) },
      "attributes attributes",
    ],
    [{ balance: 500 }, "balance unknown"],
    [{ merchantId: 1 }, "merchantId unknown"],
    [{ id: unknownId }, "id unknown"],
  ])("refuses %j by name", async (body, expected) => {
    const answer = await api.post("/members", body);
    expect([answer.status, fieldsOf(answer.body)]).toEqual([422, [expected]]);
  });
});

describe("GET /members", () => {
  test("finds one member by e-mail, phone in any spelling, card and the shop's own id; together they must all match", async () => {
    const { id, card } = await enrol({
      email: "find@example.com",
      phone: "+90 534 111 22 33",
      externalId: "find-1",
    });
    const found = async (query: string) => {
      const { members } = (await api.get(`/members?${query}`)).body as { members: Member[] };
      return members.map((member) => member.id);
    };
    for (const query of [
      "email=FIND@example.com",
      "phone=05341112233",
      "phone=%2B905341112233",
      "phone=0534-111-22-33",
      `card=${card}`,
      `card=${card.slice(0, 4)}+${card.slice(4)}`,
      "externalId=find-1",
      "externalId=find-1&email=find@example.com",
    ]) {
      expect(await found(query), query).toEqual([id]);
    }
    expect(await found("externalId=find-1&email=everybody@example.com")).toEqual([]);
    expect(await found("phone=nothing")).toEqual([]);
    expect((await foreign.get("/members?externalId=find-1")).body).toEqual({ members: [], next: null });
  });

  test("lists all members in pages of 2 that neither repeat nor leave out", async () => {
    const place = await testMerchant(database);
    const list = await testApi(database, place);
    const ids: string[] = [];
    for (let member = 1; member <= 5; member++)
      ids.push(((await list.post("/members", {})).body as Member).id);
    const seen: string[][] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const query = cursor && `&cursor=${cursor}`;
      const page = (await list.get(`/members?limit=2${query}`)).body as {
        members: Member[];
        next: string | null;
      };
      seen.push(page.members.map(({ id }) => id));
      cursor = page.next;
    }
    expect(seen).toEqual([ids.slice(0, 2), ids.slice(2, 4), ids.slice(4)]);
  });

  test("a balance in the list leaves out what has expired although the nightly job has not run", async () => {
    const place = await testMerchant(database, {
      program: {
        expiry: { kind: "after", months: 1 },
        earning: { rules: [{ key: "one", name: "One", effect: { kind: "rate", points: 1, per: 100 } }] },
      },
    });
    const list = await testApi(database, place);
    const { id } = (await list.post("/members", {})).body as Member;
    const buy = (externalId: string, occurredAt: Date) =>
      list.post("/purchases", {
        externalId,
        member: { id },
        occurredAt: occurredAt.toISOString(),
        lines: [{ productType: "coffee", amount: 5000 }],
      });
    await buy("now", new Date());
    await database.sql`
      update lot set expires_at = now() - interval '1 minute' where merchant_id = ${place.merchantId} and member_id = ${id}`;
    await database.sql`
      update member set next_due_at = now() - interval '1 minute' where merchant_id = ${place.merchantId} and id = ${id}`;
    expect((await list.get("/members")).body).toMatchObject({ members: [{ balance: 0 }] });
    expect((await list.get(`/members/${id}`)).body).toMatchObject({ balance: 0 });
  });

  test.each([
    ["limit=0", "limit too_small.number"],
    ["limit=201", "limit too_big.number"],
    ["limit=ten", "limit type"],
    ["limit=", "limit type"],
    ["limit=1.5", "limit type"],
    ["cursor=", "cursor cursor"],
    ["cursor=%00", "cursor cursor"],
    ["cursor=bGVkZ2VyOjE", "cursor cursor"],
    ["email=nobody", "email email"],
    ["email=a@example.com&email=b@example.com", "email repeated"],
    ["name=Ay", "name unknown"],
    ["constructor=x", "constructor unknown"],
    ["__proto__=x", "__proto__ unknown"],
  ])("refuses ?%s by name", async (query, expected) => {
    const { status, body } = await api.get(`/members?${query}`);
    expect([status, fieldsOf(body)]).toEqual([422, [expected]]);
  });
});
