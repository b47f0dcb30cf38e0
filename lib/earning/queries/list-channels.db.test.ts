import { expect, test } from "vitest";
import { shopping } from "@/db/testing/shopping";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { testMerchant } from "@/db/testing/test-merchant";
import { listChannels } from "./list-channels";

const database = await testDatabase();
const now = new Date("2026-11-22T09:00:00Z");

test("bought at the till, twice in the app and at “Kiosk: 3”, which no rule can name: the app and the till, each once", async () => {
  const [mine, theirs] = [await testMerchant(database), await testMerchant(database)];
  for (const [shop, channels] of [
    [mine, ["store", "app", "app", "Kiosk: 3"]],
    [theirs, ["web"]],
  ] as const) {
    const { id } = await testMember(database, shop);
    for (const channel of channels) await shopping(database, shop).buy(id, { lines: [1000], channel });
  }
  const channelsOf = ({ actor }: typeof mine) => listChannels.execute({ actor, database, now }, {});
  expect(await channelsOf(mine)).toEqual(["app", "store"]);
  expect(await channelsOf(theirs)).toEqual(["web"]);
  const cashier = await mine.staff("cashier");
  await expect(listChannels.execute({ actor: cashier, database, now }, {})).rejects.toMatchObject({
    code: "forbidden",
  });
});
