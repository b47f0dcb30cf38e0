import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { testMerchant } from "@/db/testing/test-merchant";
import { setOwnConsent } from "@/lib/members/commands/set-own-consent";
import { saveSegment } from "./commands/save-segment";
import { listSegmentMembers } from "./queries/list-segment-members";
import { listSegments } from "./queries/list-segments";

const database = await testDatabase();
const now = new Date("2026-11-20T09:00:00Z");

test("of three, one agrees, one agreed and took it back, one was never asked: 1 given, 2 not given, as a list and as a saved segment", async () => {
  const shop = await testMerchant(database);
  const owner = { actor: shop.actor, now, database };
  const agrees = await testMember(database, shop, { name: "Ada" });
  const tookBack = await testMember(database, shop, { name: "Berk" });
  const neverAsked = await testMember(database, shop, { name: "Can" });
  const say = (id: string, given: boolean) =>
    setOwnConsent.execute(
      { actor: shop.member(id), now, database },
      { kind: "marketing", given, locale: "en" },
    );
  await Promise.all([say(agrees.id, true), say(agrees.id, true)]);
  await say(tookBack.id, true);
  await say(tookBack.id, false);
  const found = async (filter: object) =>
    (await listSegmentMembers.execute(owner, { filter, sort: "name", direction: "ascending" })).members.map(
      ({ id }) => id,
    );
  expect(await found({ marketing: "given" })).toEqual([agrees.id]);
  expect(await found({ marketing: "not-given" })).toEqual([tookBack.id, neverAsked.id]);
  await saveSegment.execute(owner, { name: "May be written to", filter: { marketing: "given" } });
  const [segment] = await listSegments.execute(owner, {});
  expect(await found(segment?.filter ?? {})).toEqual([agrees.id]);
  await expect(found({ marketing: "perhaps" })).rejects.toMatchObject({
    fields: [{ path: "filter.marketing" }],
  });
});
