import { expect, it } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { testEnvironment } from "@/db/testing/test-environment";
import { testMember } from "@/db/testing/test-member";
import { testMerchant } from "@/db/testing/test-merchant";
import { leaveProgram } from "@/lib/members/commands/leave-program";
import { setOwnMailPreference } from "@/lib/messaging/commands/set-own-mail-preference";
import { adjustPoints } from "@/lib/points/commands/adjust-points";
import { spendPoints } from "@/lib/points/commands/spend-points";
import { bookOwnPlace } from "./commands/book-own-place";
import { cancelEvent } from "./commands/cancel-event";
import { releaseOwnPlace } from "./commands/release-own-place";
import { saveEvent } from "./commands/save-event";
import { eventsDue } from "./run-due";

testEnvironment({ NEXTAUTH_URL: "https://shop.example" });

const database = await testDatabase();
const now = new Date("2026-11-20T09:00:00Z");

/** An evening with one place for 100 points; members come with 100, by name. */
async function openEvening() {
  const shop = await testMerchant(database, {
    program: {
      rewards: [
        {
          key: "tasting",
          name: "A tasting evening",
          gives: { kind: "experience" },
          price: { kind: "points", points: 100 },
        },
      ],
    },
  });
  const owner = { actor: shop.actor, now, database };
  let evening: object = {
    reward: "tasting",
    name: "Beans of Ethiopia",
    place: "At the bar",
    startsAt: "2026-12-03T16:00:00Z",
    endsAt: "2026-12-03T18:00:00Z",
    places: 1,
    waitingList: true,
  };
  const change = async (to: object) => {
    evening = { ...evening, ...to };
    return saveEvent.execute(owner, evening);
  };
  const { event } = await change({});
  evening = { ...evening, id: event.id };
  const comes = async (name: string, locale: "en" | "tr" = "en") => {
    const email = `${name}@example.com`;
    const { id } = await testMember(database, shop, { name, email, locale });
    await adjustPoints.execute(owner, { member: { id }, points: 100, reason: "Opening balance" });
    const as = { actor: shop.member(id), now, database };
    const { place } = await bookOwnPlace.execute(as, { event: event.id });
    return { id, as, place: place.id };
  };
  const mails = () =>
    database.sql<{ to: string; kind: string; subject: string; text: string; sendAfter: string | null }[]>`
      select recipient as to, kind, subject, text, send_after as "sendAfter" from outbox
      where merchant_id = ${shop.merchantId} order by id`;
  return { shop, owner, event: event.id, comes, mails, change };
}

it("who waits gets the place that was given back, for 100 points, and is told where and when; who booked by themselves is not", async () => {
  const { event, comes, mails } = await openEvening();
  const ada = await comes("ada");
  await comes("burak");
  expect(await mails()).toEqual([]);
  await releaseOwnPlace.execute(ada.as, { event, place: ada.place });
  const [mail, ...others] = await mails();
  expect(others).toEqual([]);
  expect(mail).toMatchObject({ to: "burak@example.com", kind: "event-place" });
  expect(mail?.subject).toContain("you have a place");
  expect(mail?.text).toContain("19:00, At the bar. It cost 100 points.");
});

it("whose points are gone is told that the place went on, and the next one that it is theirs", async () => {
  const { owner, event, comes, mails } = await openEvening();
  const ada = await comes("ada");
  const burak = await comes("burak");
  await comes("cem", "tr");
  await spendPoints.execute(owner, { member: { id: burak.id }, points: 1, reference: "x" });
  await releaseOwnPlace.execute(ada.as, { event, place: ada.place });
  expect((await mails()).map(({ to, kind }) => [to, kind])).toEqual([
    ["cem@example.com", "event-place"],
    ["burak@example.com", "event-passed"],
  ]);
});

it("called off: whoever had a place reads that 100 points are back, whoever waited that none were taken, in their language", async () => {
  const { owner, event, comes, mails } = await openEvening();
  await comes("ada");
  await comes("burak", "tr");
  await cancelEvent.execute(owner, { event });
  const texts = Object.fromEntries((await mails()).map(({ to, text }) => [to, text]));
  expect(texts["ada@example.com"]).toContain("100 points are on your card again.");
  expect(texts["burak@example.com"]).toContain("Bunun için puan alınmamıştı.");
});

it("the place of a guest who left the program is given by what falls due, once, also when two run at once; not after the beginning", async () => {
  const { shop, event, comes, mails } = await openEvening();
  const ada = await comes("ada");
  await comes("burak");
  await leaveProgram.execute(ada.as, {});
  const due = (at = now) => eventsDue({ actor: shop.job, now: at, database });
  expect(await due(new Date("2026-12-03T16:30:00Z"))).toEqual({ placesFilled: 0 });
  const [one, other] = await Promise.all([due(), due()]);
  expect(one.placesFilled + other.placesFilled).toBe(1);
  expect((await mails()).map(({ to }) => to)).toEqual(["burak@example.com"]);
  expect(await due()).toEqual({ placesFilled: 0 });
  const places = await database.sql`
    select status from event_place where merchant_id = ${shop.merchantId} and event_id = ${event} order by turn`;
  expect(places.at(-1)).toMatchObject({ status: "booked" });
});

it("a member who wants no such mail is not told; at night it waits for 9:00", async () => {
  const { event, comes, mails } = await openEvening();
  const ada = await comes("ada");
  const burak = await comes("burak");
  await setOwnMailPreference.execute(burak.as, { kind: "event", wanted: false });
  await releaseOwnPlace.execute(ada.as, { event, place: ada.place });
  expect(await mails()).toEqual([]);
  await comes("cem");
  const night = { ...burak.as, now: new Date("2026-11-20T20:00:00Z") };
  await releaseOwnPlace.execute(night, { event, place: burak.place });
  const [mail] = await mails();
  expect(new Date(mail?.sendAfter ?? "")).toEqual(new Date("2026-11-21T06:00:00Z"));
});

it("moved from 3 to 10 December: who has a place and who waits reads the new day, in their language; a new name tells nobody", async () => {
  const { comes, mails, change } = await openEvening();
  await comes("ada");
  await comes("burak", "tr");
  await change({ name: "Beans of Kenya" });
  expect(await mails()).toEqual([]);
  await change({ startsAt: "2026-12-10T16:00:00Z", endsAt: "2026-12-10T18:00:00Z" });
  const [ada, burak] = (await mails()).sort((a, b) => a.to.localeCompare(b.to));
  expect(ada).toMatchObject({ to: "ada@example.com", kind: "event-moved" });
  expect(ada?.text).toContain("It is now on 10 December 2026, 19:00: At the bar.");
  expect(burak?.subject).toContain("artık 10 Aralık 2026, 19:00");
});

it("moved upstairs with a second place: who had one reads of it once, and who waited that the place there is theirs", async () => {
  const { comes, mails, change } = await openEvening();
  await comes("ada");
  await comes("burak");
  await change({ place: "Upstairs", places: 2 });
  const told = await mails();
  expect(told.map(({ to, kind }) => [to, kind]).sort()).toEqual([
    ["ada@example.com", "event-moved"],
    ["burak@example.com", "event-place"],
  ]);
  for (const { text } of told) expect(text).toContain("Upstairs");
});
