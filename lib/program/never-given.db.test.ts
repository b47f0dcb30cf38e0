import { expect, test } from "vitest";
import { noon, onePerUnit, shopping } from "@/db/testing/shopping";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { testMerchant } from "@/db/testing/test-merchant";
import { applyProgram } from "./commands/apply-program";
import { publishDraft } from "./commands/publish-draft";
import { saveDraft } from "./commands/save-draft";
import { getEditor } from "./queries/get-editor";
import { type ProgramInput, programSchema } from "./schemas";

const database = await testDatabase();

const costs = { kind: "points" as const, points: 100 };
const given = { kind: "granted" as const, on: ["birthday" as const] };
const content = (price: typeof costs | typeof given, more: ProgramInput = {}) =>
  programSchema.parse({
    earning: { rules: [onePerUnit] },
    rewards: [
      { key: "tea", name: "Tea", gives: { kind: "product" }, price: given },
      { key: "tasting", name: "A tasting", gives: { kind: "experience" }, price },
    ],
    ...more,
  });
const refused = {
  code: "invalid",
  fields: [
    {
      path: "content.rewards.1.price.kind",
      code: "program.never_given",
      params: { reward: "A tasting" },
    },
  ],
};

async function open(program: ProgramInput) {
  const merchant = await testMerchant(database, { program });
  const as = { actor: merchant.actor, now: new Date(noon), database };
  return { merchant, as };
}

test("an experience that is given on birthdays is saved in no draft and not applied; for 100 points it is published; tea is given", async () => {
  const { as } = await open({});
  await expect(saveDraft.execute(as, { content: content(given), revision: 0 })).rejects.toMatchObject(
    refused,
  );
  await expect(applyProgram.execute(as, { content: content(given) })).rejects.toMatchObject(refused);
  await saveDraft.execute(as, { content: content(costs), revision: 0 });
  expect(await publishDraft.execute(as, { revision: 1 })).toEqual({ version: 2 });
});

test("published before, it is read and runs, 100.00 earn 100, and applied again as it is nothing changes; the next version is refused it", async () => {
  const { merchant, as } = await open(content(given));
  const shop = shopping(database, merchant);
  const { award } = await shop.buy((await testMember(database, merchant)).id, { lines: [10_000] });
  expect(award.points).toBe(100);
  const { edited } = await getEditor.execute(as, { locale: "en" });
  expect(edited.content).toEqual(content(given));
  expect(await applyProgram.execute(as, { content: content(given) })).toEqual({ version: 1, changed: false });
  const next = content(given, { expiry: { kind: "after", months: 12 } });
  await expect(applyProgram.execute(as, { content: next })).rejects.toMatchObject(refused);
});

test("in a draft that was saved before it is refused when the draft is published", async () => {
  const { merchant, as } = await open({});
  await saveDraft.execute(as, { content: content(costs), revision: 0 });
  await database.sql`
    update program_draft set content = ${JSON.stringify(content(given))}::text::jsonb
    where merchant_id = ${merchant.merchantId}`;
  await expect(publishDraft.execute(as, { revision: 1 })).rejects.toMatchObject(refused);
});
