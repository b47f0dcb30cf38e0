import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { testMerchant } from "@/db/testing/test-merchant";
import type { Actor } from "@/lib/access/actor";
import { Problem } from "@/lib/kernel/problems";
import { applyProgram } from "@/lib/program/commands/apply-program";
import { decideActivity } from "./commands/decide-activity";
import { recordActivity } from "./commands/record-activity";
import { reportActivity } from "./commands/report-activity";
import { undoActivity } from "./commands/undo-activity";

const database = await testDatabase();
const post = {
  key: "post",
  name: "Forum post",
  points: 20,
  approval: true,
  from: ["staff" as const, "api" as const, "card" as const],
  limits: [{ per: "day" as const, times: 1 }],
};
const shop = await testMerchant(database, { program: { activities: [post] } });
const manager = await shop.staff("manager");
const cashier = await shop.staff("cashier");
const now = new Date("2026-11-20T09:00:00Z");
const as = (actor: Actor, at = now) => ({ actor, now: at, database });

let sent = 0;
const record = (actor: Actor, member: string) => {
  sent += 1;
  return recordActivity.execute(as(actor), {
    externalId: `p${sent}`,
    member: { id: member },
    type: "post",
    occurredAt: now.toISOString(),
  });
};
const report = (member: string, externalId: string, answer?: string) =>
  reportActivity.execute(as(shop.member(member)), { externalId, type: "post", answer });
const refusalOf = async (attempt: Promise<unknown>): Promise<string> => {
  const refused = await attempt.catch((error: unknown) => error);
  return refused instanceof Problem ? refused.code : "not refused";
};
const balance = async (member: string) => {
  const [row] = await database.sql<{ balance: number }[]>`
    select balance from member where merchant_id = ${shop.merchantId} and id = ${member}`;
  return row?.balance;
};

test("told on the card it waits; approved it gives 20, and a second approval is refused", async () => {
  const { id } = await testMember(database, shop);
  const { activity } = await report(id, "first", "https://forum.example/1");
  expect(activity.status).toBe("waiting");
  const decision = { activity: activity.id, approve: true };
  expect(await decideActivity.execute(as(manager), decision)).toEqual({
    status: "recorded",
    points: { given: 20, balance: 20 },
  });
  expect(await refusalOf(decideActivity.execute(as(manager), decision))).toBe("already_decided");
});

test("what else is told under constructor is kept; under __proto__, which could not be kept, it is refused by its name", async () => {
  const { id } = await testMember(database, shop);
  const tell = (data: unknown) =>
    recordActivity.execute(as(manager), {
      externalId: "told",
      member: { id },
      type: "post",
      occurredAt: now.toISOString(),
      data,
    } as never);
  await expect(tell(JSON.parse('{"__proto__": "x"}'))).rejects.toMatchObject({
    code: "invalid",
    fields: [{ path: "data.__proto__", code: "unknown" }],
  });
  await tell({ constructor: "Renzo Piano" });
  const [kept] = await database.sql<{ data: object }[]>`
    select data from activity where merchant_id = ${shop.merchantId} and external_id = 'told'`;
  expect(kept).toEqual({ data: { constructor: "Renzo Piano" } });
});

test("pressed twice on the card it is one; another one on the same day is refused while the first waits", async () => {
  const { id } = await testMember(database, shop);
  const [first, again] = [await report(id, "one"), await report(id, "one")];
  expect(again).toEqual(first);
  expect(await refusalOf(report(id, "two"))).toBe("activity_done");
});

test("refused with a reason it gives nothing, and its place of the day is free again", async () => {
  const { id } = await testMember(database, shop);
  const { activity } = await report(id, "one");
  const refuse = (reason?: string) =>
    decideActivity.execute(as(manager), { activity: activity.id, approve: false, reason });
  expect(await refusalOf(refuse())).toBe("invalid");
  expect(await refuse("Nothing to see there")).toEqual({
    status: "refused",
    points: { given: 0, balance: 0 },
  });
  expect((await report(id, "two")).activity.status).toBe("waiting");
});

test("approved and refused at once by ten people: decided once", async () => {
  const { id } = await testMember(database, shop);
  const { activity } = await record(cashier, id);
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      refusalOf(
        decideActivity.execute(as(manager), { activity: activity.id, approve: index % 2 === 0, reason: "x" }),
      ),
    ),
  );
  expect(answers.filter((answer) => answer === "not refused")).toHaveLength(1);
});

test("what a cashier records waits; a cashier may not approve it; what a manager records is approved with that", async () => {
  const [one, two] = [await testMember(database, shop), await testMember(database, shop)];
  const { activity } = await record(cashier, one.id);
  expect(activity.status).toBe("waiting");
  const approve = decideActivity.execute(as(cashier), { activity: activity.id, approve: true });
  expect(await refusalOf(approve)).toBe("forbidden");
  expect((await record(manager, two.id)).activity.status).toBe("recorded");
});

test("rules that changed while it waited do not change it: 20 as on its day, not 99", async () => {
  const { id } = await testMember(database, shop);
  const { activity } = await record(cashier, id);
  await applyProgram.execute(as(shop.job, new Date("2026-11-21T09:00:00Z")), {
    content: { activities: [{ ...post, points: 99 }] },
  });
  const later = new Date("2026-11-22T09:00:00Z");
  const decided = await decideActivity.execute(as(manager, later), { activity: activity.id, approve: true });
  expect(decided.points.given).toBe(20);
});

test("taken back after it was approved: the 20 go, and it waits for nobody", async () => {
  const { id } = await testMember(database, shop);
  const { activity } = await record(manager, id);
  expect(await balance(id)).toBe(20);
  await undoActivity.execute(as(cashier), { activity: activity.id, reason: "Written by somebody else" });
  expect(await balance(id)).toBe(0);
  const approve = decideActivity.execute(as(manager), { activity: activity.id, approve: true });
  expect(await refusalOf(approve)).toBe("already_decided");
});

test("nobody tells of somebody else on the card: staff and keys have no card", async () => {
  expect(await refusalOf(reportActivity.execute(as(manager), { externalId: "x", type: "post" }))).toBe(
    "forbidden",
  );
});

test("a cashier takes an activity back 30 minutes after it was recorded and not a minute later, approved or not; a manager does", async () => {
  const { id } = await testMember(database, shop);
  const { activity } = await report(id, "undone-late");
  await decideActivity.execute(as(manager), { activity: activity.id, approve: true });
  const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
  const undo = (actor: Actor, minutes: number) =>
    undoActivity.execute(as(actor, after(minutes)), { activity: activity.id, reason: "told twice" });
  await expect(undo(cashier, 31)).rejects.toMatchObject({ code: "undo_over", params: { minutes: 30 } });
  expect((await undo(manager, 31)).points).toMatchObject({ taken: 20, balance: 0 });
});
