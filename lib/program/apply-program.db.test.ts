import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { testMerchant } from "@/db/testing/test-merchant";
import { rehearseCommand } from "@/lib/access/rehearse-command";
import { applyProgram } from "./commands/apply-program";
import { publishDraft } from "./commands/publish-draft";
import { saveDraft } from "./commands/save-draft";
import type { ProgramInput } from "./schemas";

const database = await testDatabase();
const now = new Date("2026-11-20T09:00:00Z");

const rules = ["first", "second"].map((key) => ({
  key,
  name: key,
  effect: { kind: "bonus" as const, points: 5 },
}));
const rewards = ["tea", "cake"].map((key) => ({
  key,
  name: key,
  price: { kind: "points" as const, points: 100 },
  gives: { kind: "product" as const },
}));
const program = { earning: { rules }, rewards } satisfies ProgramInput;

async function open() {
  const shop = await testMerchant(database, { program, effectiveFrom: new Date("2026-11-01T00:00:00Z") });
  const as = { actor: shop.actor, now, database };
  const both = async (raw: { content: ProgramInput; from?: string }) => {
    const told = (promise: Promise<unknown>) =>
      promise.catch(({ code, fields }: Record<string, unknown>) => ({ code, fields }));
    return [await told(rehearseCommand(applyProgram, as, raw)), await told(applyProgram.execute(as, raw))];
  };
  const publish = async (content: ProgramInput, revision: number) => {
    await saveDraft.execute(as, { content, revision: revision - 1 });
    return publishDraft.execute(as, { revision });
  };
  const versions = async () =>
    (await database.sql`select 1 from program_version where merchant_id = ${shop.merchantId}`).length;
  return { both, publish, versions };
}

test("a draft whose rules stand in another order is nothing to publish, as a file of it is; one whose rewards do is", async () => {
  const { publish, versions } = await open();
  await expect(publish({ ...program, earning: { rules: rules.toReversed() } }, 1)).rejects.toMatchObject({
    code: "nothing_to_publish",
  });
  expect(await versions()).toBe(1);
  expect(await publish({ ...program, rewards: rewards.toReversed() }, 2)).toEqual({ version: 2 });
});

test("rules in another order are the same program, for the rehearsal and for the run; rewards in another order are another", async () => {
  const { both, versions } = await open();
  const same = { version: 1, changed: false };
  expect(await both({ content: { ...program, earning: { rules: rules.toReversed() } } })).toEqual([
    same,
    same,
  ]);
  const other = { version: 2, changed: true };
  expect(await both({ content: { ...program, rewards: rewards.toReversed() } })).toEqual([other, other]);
  expect(await versions()).toBe(2);
});

test.each([
  ["to come", "2099-01-01T00:00:00Z", "in_future"],
  ["before the version that it follows", "2026-10-01T00:00:00Z", "program.from_before"],
])("a program from a day %s on is refused by its field, and nothing is written", async (_, from, code) => {
  const { both, versions } = await open();
  const refused = { code: "invalid", fields: [{ path: "from", code }] };
  expect(await both({ content: { earning: { rules: [] } }, from })).toEqual([refused, refused]);
  expect(await versions()).toBe(1);
});
