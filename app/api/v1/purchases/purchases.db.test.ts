import { describe, expect, test } from "vitest";
import { purchaseApi, type RecordedBody } from "@/db/testing/purchase-api";
import { fieldsOf, testApi } from "@/db/testing/test-api";
import { testDatabase } from "@/db/testing/test-database";
import { testMerchant } from "@/db/testing/test-merchant";

const database = await testDatabase();
const {
  shop,
  api,
  foreign,
  enrol,
  buyer: { id: buyer, card },
  basket,
} = await purchaseApi(database);
const unknownId = "0198a6d2-7c1e-7a40-9b1c-3f5d2e8a6c01";
type Refusal = { code: string };
const count = async () =>
  (
    await database.sql<
      { n: number }[]
    >`select count(*)::int as n from purchase where merchant_id = ${shop.merchantId}`
  )[0]?.n;

describe("POST /purchases", () => {
  test("49.95 earns 49, with the reason, and is read again as it was answered", async () => {
    const { id } = await enrol();
    const sent = basket({
      member: { id },
      lines: [
        {
          productType: "coffee",
          sku: "fw",
          name: "Flat white",
          quantity: 1.5,
          amount: 4995,
          tax: 454,
          discount: 100,
        },
      ],
    });
    const { status, body, headers } = await api.post("/purchases", sent);
    expect(status).toBe(201);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(body).toMatchObject({
      purchase: {
        externalId: sent.externalId,
        member: id,
        occurredAt: "2026-03-02T05:42:00.000Z",
        channel: "store",
        amount: 4995,
        paidWithPoints: 0,
        lines: [{ id: "1", productType: "coffee", sku: "fw", quantity: 1.5, amount: 4995 }],
      },
      award: { points: 49, pending: 0, balance: 49, explanation: [{ rule: "one", points: 49 }] },
    });
    const { purchase, award } = body as RecordedBody;
    const read = (await api.get(`/purchases/${purchase.id}`)).body;
    expect(read).toMatchObject({
      purchase: { ...purchase, refunded: 0, lines: [{ refundedQuantity: 0 }] },
      award,
      refunds: [],
    });
  });

  test.each([
    ["id", { id: buyer }],
    ["externalId", { externalId: "buyer" }],
    ["card", { card }],
    ["a spaced card", { card: card.replace(/(\d{4})/g, "$1 ") }],
    ["email", { email: "BUYER@example.com" }],
    ["phone", { phone: "+90 (532) 000-00-00" }],
  ])("names its member by %s", async (_, member) => {
    const { status, body } = await api.post("/purchases", basket({ member }));
    expect([status, body]).toMatchObject([201, { purchase: { member: buyer } }]);
  });

  test("another shop's member is not known, whichever way it is named", async () => {
    for (const member of [{ id: buyer }, { externalId: "buyer" }, { card }, { email: "buyer@example.com" }]) {
      const { status, body } = await foreign.post("/purchases", basket({ member }));
      expect([status, (body as Refusal).code, fieldsOf(body)]).toEqual([
        422,
        "member_not_found",
        ["member member_not_found"],
      ]);
    }
  });

  test("sent again it is answered the same and recorded once; with other content it is refused", async () => {
    const sent = basket();
    const first = await api.post("/purchases", sent);
    const before = await count();
    const again = await api.post("/purchases", sent);
    expect([again.status, again.body]).toEqual([201, first.body]);
    const changed = await api.post("/purchases", {
      ...sent,
      lines: [{ productType: "coffee", amount: 5000 }],
    });
    expect([changed.status, (changed.body as Refusal).code, fieldsOf(changed.body)]).toEqual([
      422,
      "duplicate_external_id",
      ["externalId used"],
    ]);
    expect(await count()).toBe(before);
  });

  test("twenty at once with one externalId: recorded once, all answered the same", async () => {
    const sent = basket();
    const before = (await count()) ?? 0;
    const answers = await Promise.all(Array.from({ length: 20 }, () => api.post("/purchases", sent)));
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    expect(await count()).toBe(before + 1);
  });

  test.each([
    [{ externalId: undefined }, "externalId required"],
    [{ externalId: "" }, "externalId required"],
    [{ externalId: 17 }, "externalId type"],
    [{ externalId: "x".repeat(201) }, "externalId too_big.string"],
    [{ member: undefined }, "member required"],
    [{ member: null }, "member type"],
    [{ member: "buyer" }, "member type"],
    [{ member: {} }, "member member_ref"],
    [{ member: { id: buyer, card } }, "member member_ref"],
    [{ member: { name: "Can" } }, "member member_ref"],
    [{ member: { id: "17" } }, "member.id id"],
    [{ member: { id: unknownId } }, "member member_not_found"],
    [{ member: { card: "418309275562" } }, "member member_not_found"],
    [{ member: { email: "nobody" } }, "member.email email"],
    [{ member: { phone: "12" } }, "member.phone phone"],
    [{ occurredAt: undefined }, "occurredAt required"],
    [{ occurredAt: "yesterday" }, "occurredAt instant"],
    [{ occurredAt: "2026-03-02T08:42:00" }, "occurredAt instant"],
    [{ occurredAt: "2026-02-30T08:42:00Z" }, "occurredAt instant"],
    [{ occurredAt: "1969-12-31T23:59:59Z" }, "occurredAt instant_range"],
    [{ occurredAt: 1772437320 }, "occurredAt type"],
    [{ occurredAt: new Date(Date.now() + 3_600_000).toISOString() }, "occurredAt in_future"],
    [{ channel: "" }, "channel required"],
    [{ channel: "a\u0007" }, "channel text.printable"],
    [{ currency: "EUR" }, "currency other_currency"],
    [{ currency: "LIRA" }, "currency too_big.string"],
    [{ lines: undefined }, "lines required"],
    [{ lines: [] }, "lines too_small.array"],
    [{ lines: {} }, "lines type"],
    [{ lines: Array(501).fill({ productType: "coffee", amount: 1 }) }, "lines too_big.array"],
    [{ lines: [null] }, "lines.0 type"],
    [{ lines: [{ amount: 1 }] }, "lines.0.productType required"],
    [{ lines: [{ productType: "coffee" }] }, "lines.0.amount required"],
    [{ lines: [{ productType: "coffee", amount: -1 }] }, "lines.0.amount too_small.number"],
    [{ lines: [{ productType: "coffee", amount: 49.95 }] }, "lines.0.amount type"],
    [{ lines: [{ productType: "coffee", amount: "4995" }] }, "lines.0.amount type"],
    [{ lines: [{ productType: "coffee", amount: 1e12 + 1 }] }, "lines.0.amount too_big.money"],
    [{ lines: [{ productType: "coffee", amount: 2 ** 60 }] }, "lines.0.amount too_big.money"],
    [{ lines: [{ productType: "coffee", amount: 100, tax: 101 }] }, "lines.0.tax tax_over_amount"],
    [{ lines: [{ productType: "coffee", amount: 100, discount: -1 }] }, "lines.0.discount too_small.number"],
    [{ lines: [{ productType: "coffee", amount: 100, quantity: 0.0001 }] }, "lines.0.quantity quantity"],
    [{ lines: [{ productType: "coffee", amount: 100, quantity: -1 }] }, "lines.0.quantity too_small.number"],
    [{ lines: [{ productType: "coffee", amount: 100, price: 5 }] }, "lines.0.price unknown"],
    [{ tender: [{ type: "cash", points: 1 }] }, "tender.0.type choice"],
    [{ tender: [{ type: "points", points: 0 }] }, "tender.0.points too_small.number"],
    [{ tender: [{ type: "points", points: 999_999 }] }, "tender.0.points tender.over_basket"],
    [{ total: 4995 }, "total unknown"],
    [{ merchantId: 1 }, "merchantId unknown"],
  ])("refuses %j by name, and so does the quote", async (more, expected) => {
    const before = await count();
    for (const path of ["/purchases", "/purchases/quote"]) {
      const { status, body } = await api.post(path, basket(more));
      expect([path, status, fieldsOf(body)]).toEqual([path, 422, [expected]]);
    }
    expect(await count()).toBe(before);
  });

  test("more points than there are cannot pay: 200 points of a member who has none", async () => {
    const { id } = await enrol();
    const sent = basket({ member: { id }, tender: [{ type: "points", points: 200 }] });
    const { status, body } = await api.post("/purchases", sent);
    expect([status, (body as Refusal).code]).toEqual([409, "insufficient_points"]);
  });

  test("a shop without a published program is told so", async () => {
    const place = await testMerchant(database, { program: null });
    const till = await testApi(database, place);
    const { id } = await enrol(till);
    const { status, body } = await till.post("/purchases", basket({ member: { id } }));
    expect([status, (body as Refusal).code]).toEqual([409, "program_not_published"]);
    expect((await till.get("/program")).body).toMatchObject({ code: "program_not_published" });
  });
});

test("a quote is the award that recording would give, and writes nothing", async () => {
  const { id } = await enrol();
  const sent = basket({ member: { id } });
  const before = await count();
  const quote = await api.post("/purchases/quote", sent);
  expect(quote.status).toBe(200);
  expect(await count()).toBe(before);
  const recorded = (await api.post("/purchases", sent)).body as RecordedBody;
  expect(quote.body).toEqual({ purchase: { amount: 4995, paidWithPoints: 0 }, award: recorded.award });
});

describe("POST /purchases/batch", () => {
  type Batch = {
    results: (
      | ({ status: 201 } & RecordedBody)
      | { status: number; code: string; errors?: { path: string }[] }
    )[];
  };

  test("of 1,000 with 100 bad ones 900 are recorded, each answered in its place; sent again nothing is added", async () => {
    const { id } = await enrol();
    const purchases = Array.from({ length: 1000 }, (_, n) => {
      if (n % 10 !== 3) return basket({ member: { id }, lines: [{ productType: "coffee", amount: 100 }] });
      return [
        basket({ member: { id: unknownId } }),
        basket({ lines: [] }),
        basket({ occurredAt: "?" }),
        "not a purchase",
      ][(n - 3) % 4];
    });
    const { status, body } = await api.post("/purchases/batch", { purchases });
    const { results } = body as Batch;
    expect([status, results.length]).toEqual([200, 1000]);
    expect(results.filter((one) => one.status === 201)).toHaveLength(900);
    expect(results.every((one, n) => (one.status === 201) === (n % 10 !== 3))).toBe(true);
    expect((await api.get(`/members/${id}`)).body).toMatchObject({ balance: 900, purchaseCount: 900 });
    const again = (await api.post("/purchases/batch", { purchases })).body;
    expect(again).toEqual(body);
    expect((await api.get(`/members/${id}`)).body).toMatchObject({ balance: 900 });
  });

  test("one with a phone number of two digits is refused by its field, the two around it are recorded", async () => {
    const purchases = [basket(), basket({ member: { phone: "12" } }), basket()];
    const { status, body } = await api.post("/purchases/batch", { purchases });
    expect(status).toBe(200);
    const { results } = body as Batch;
    expect(results.map((one) => one.status)).toEqual([201, 422, 201]);
    expect(fieldsOf(results[1])).toEqual(["member.phone phone"]);
  });

  test("one of a batch that was sent twice in it is recorded once", async () => {
    const { id } = await enrol();
    const one = basket({ member: { id } });
    const { results } = (await api.post("/purchases/batch", { purchases: [one, one] })).body as Batch;
    expect(results[0]).toEqual(results[1]);
    expect((await api.get(`/members/${id}`)).body).toMatchObject({ balance: 49, purchaseCount: 1 });
  });

  test.each([
    [{}, "purchases required"],
    [{ purchases: [] }, "purchases too_small.array"],
    [{ purchases: "all" }, "purchases type"],
    [{ purchases: Array(1001).fill({}) }, "purchases too_big.array"],
    [{ purchases: [{}], dryRun: true }, "dryRun unknown"],
  ])("refuses a batch as a whole by name", async (body, expected) => {
    const answer = await api.post("/purchases/batch", body);
    expect([answer.status, fieldsOf(answer.body)]).toEqual([422, [expected]]);
  });

  test("what cannot be kept does not come back to bite: a key of control characters, with an Idempotency-Key", async () => {
    const purchases = [{ ...basket(), "a\u0000b": 1 }, { ...basket(), "\ud800": 1 }, basket()];
    const { status, body } = await api.post(
      "/purchases/batch",
      { purchases },
      { "idempotency-key": "odd-keys" },
    );
    expect([status, (body as Batch).results.map((one) => one.status)]).toEqual([200, [422, 422, 201]]);
    expect(
      (await api.post("/purchases/batch", { purchases }, { "idempotency-key": "odd-keys" })).body,
    ).toEqual(body);
  });
});

test("GET /program answers the whole published document", async () => {
  const { status, body } = await api.get("/program");
  expect([status, body]).toEqual([
    200,
    {
      version: 1,
      publishedAt: "1970-01-01T00:00:00.000Z",
      publishedBy: "system:test",
      note: null,
      content: shop.program,
    },
  ]);
});
