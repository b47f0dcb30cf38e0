import { describe, expect, test } from "vitest";
import { purchaseApi, type RecordedBody } from "@/db/testing/purchase-api";
import { fieldsOf } from "@/db/testing/test-api";
import { testDatabase } from "@/db/testing/test-database";

const database = await testDatabase();
const { api, foreign, enrol, basket } = await purchaseApi(database);
const unknownId = "0198a6d2-7c1e-7a40-9b1c-3f5d2e8a6c01";
type Refusal = { code: string };

describe("POST /purchases/{id}/refunds", () => {
  const record = async (lines: object[]) => {
    const { id } = await enrol();
    return (await api.post("/purchases", basket({ member: { id }, lines }))).body as RecordedBody;
  };
  let refunds = 0;
  const refundId = () => `return-${++refunds}`;

  test("49.95 earned 49: refunding 20.00 takes 20, the rest takes 29", async () => {
    const { purchase } = await record([{ productType: "coffee", amount: 4995 }]);
    const path = `/purchases/${purchase.id}/refunds`;
    const first = await api.post(path, { externalId: refundId(), amount: 2000 });
    expect([first.status, first.body]).toMatchObject([
      201,
      { refund: { amount: 2000, money: 2000 }, points: { taken: 20, balance: 29 } },
    ]);
    const rest = await api.post(path, { externalId: refundId() });
    expect(rest.body).toMatchObject({
      refund: { amount: 2995 },
      points: { taken: 29, writtenOff: 0, balance: 0 },
    });
    const read = (await api.get(`/purchases/${purchase.id}`)).body;
    expect(read).toMatchObject({
      purchase: { refunded: 4995, lines: [{ refundedAmount: 4995, refundedQuantity: 1 }] },
      refunds: [
        { amount: 2000, pointsTaken: 20 },
        { amount: 2995, pointsTaken: 29 },
      ],
    });
    const more = await api.post(path, { externalId: refundId() });
    expect([more.status, (more.body as Refusal).code]).toEqual([422, "over_refund"]);
  });

  test("by line and quantity: one of two coffees at 40.00 takes 20 of 40", async () => {
    const { purchase } = await record([{ productType: "coffee", quantity: 2, amount: 4000 }]);
    const { body } = await api.post(`/purchases/${purchase.id}/refunds`, {
      externalId: refundId(),
      lines: [{ id: purchase.lines[0]?.id, quantity: 1 }],
    });
    expect(body).toMatchObject({ refund: { amount: 2000 }, points: { taken: 20, balance: 20 } });
  });

  test("sent again it is answered the same and taken once; with other content it is refused", async () => {
    const { purchase } = await record([{ productType: "coffee", amount: 5000 }]);
    const path = `/purchases/${purchase.id}/refunds`;
    const externalId = refundId();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => api.post(path, { externalId, amount: 1000 })),
    );
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
    expect(answers[0]?.body).toMatchObject({ points: { taken: 10, balance: 40 } });
    const changed = await api.post(path, { externalId, amount: 1001 });
    expect([changed.status, fieldsOf(changed.body)]).toEqual([422, ["externalId used"]]);
  });

  test("another shop's purchase and one that nobody made are 404", async () => {
    const { purchase } = await record([{ productType: "coffee", amount: 5000 }]);
    for (const [client, id] of [
      [foreign, purchase.id],
      [api, unknownId],
    ] as const) {
      expect((await client.post(`/purchases/${id}/refunds`, { externalId: "x" })).status).toBe(404);
      expect((await client.get(`/purchases/${id}`)).status).toBe(404);
    }
    expect((await api.get("/purchases/17")).body).toMatchObject({ errors: [{ path: "id", code: "id" }] });
  });

  test.each([
    [{ externalId: undefined }, "externalId required"],
    [{ purchase: unknownId }, "purchase unknown"],
    [{ occurredAt: "now" }, "occurredAt instant"],
    [{ occurredAt: "2199-01-01T00:00:00Z" }, "occurredAt in_future"],
    [{ amount: 0 }, "amount too_small.number"],
    [{ amount: "10" }, "amount type"],
    [{ amount: 5001 }, "amount refund.over_amount"],
    [{ lines: [] }, "lines too_small.array"],
    [{ lines: [{ id: "2" }] }, "lines.0.id refund.unknown_line"],
    [{ lines: [{ id: 1 }] }, "lines.0.id type"],
    [{ lines: [{ id: "one" }] }, "lines.0.id refund.line"],
    [{ lines: [{ id: "1" }, { id: "1" }] }, "lines.1.id repeated"],
    [{ lines: [{ id: "1", quantity: 2 }] }, "lines.0.quantity refund.over_quantity"],
    [{ lines: [{ id: "1", amount: 5001 }] }, "lines.0.amount refund.over_amount"],
    [{ lines: [{ id: "1", amount: -5 }] }, "lines.0.amount too_small.number"],
    [{ lines: [{ id: "1" }], amount: 5 }, "amount refund.either"],
    [{ reason: "cold" }, "reason unknown"],
  ])("refuses %j by name", async (more, expected) => {
    const { purchase } = await record([{ productType: "coffee", amount: 5000 }]);
    const { status, body } = await api.post(`/purchases/${purchase.id}/refunds`, {
      externalId: refundId(),
      ...more,
    });
    expect([status, fieldsOf(body)]).toEqual([422, [expected]]);
  });
});
