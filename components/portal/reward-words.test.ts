import { createTranslator } from "use-intl/core";
import { expect, test } from "vitest";
import en from "@/messages/en";
import tr from "@/messages/tr";
import type { RewardShown } from "./reward-shown";
import { isAtEvenings, missingWords, nextEveningWords } from "./reward-words";

type Words = Parameters<typeof nextEveningWords>[1];

const zone = "Europe/Istanbul";
const said = (evening: RewardShown["evening"], locale: "en" | "tr" = "en", kind = "experience") => {
  const t = createTranslator({ locale, messages: { en, tr }[locale], namespace: "portal.rewards" }) as Words;
  const words = nextEveningWords({ gives: { kind } as RewardShown["gives"], evening }, t, { zone, locale });
  return words?.replaceAll("\u00a0", " ") ?? null;
};
const evening = (free: number, waiting: number, waitingList = true) => ({
  startsAt: "2026-12-04T16:00:00.000Z",
  free,
  waiting,
  waitingList,
});

test("the next evening of an experience, by the shop's clock: with places left, full with or without those who wait, and none", () => {
  expect(said(evening(6, 0))).toBe("Next: Fri 4 Dec, 19:00 · six places left");
  expect(said(evening(1, 0))).toBe("Next: Fri 4 Dec, 19:00 · one place left");
  expect(said(evening(0, 3))).toBe("Next: Fri 4 Dec, 19:00 · full, three waiting");
  expect(said(evening(0, 0))).toBe("Next: Fri 4 Dec, 19:00 · full, with a waiting list");
  expect(said(evening(0, 0, false))).toBe("Next: Fri 4 Dec, 19:00 · full");
  expect(said(null)).toBe("No evening is planned yet.");
  expect(said(null, "en", "product")).toBeNull();
});

test("in Turkish", () => {
  expect(said(evening(6, 0), "tr")).toBe("Sıradaki: 4 Ara Cum, 19:00 · altı yer kaldı");
  expect(said(evening(0, 12), "tr")).toBe("Sıradaki: 4 Ara Cum, 19:00 · dolu, 12 kişi bekliyor");
  expect(said(null, "tr")).toBe("Henüz planlanan bir davet yok.");
});

test("with the points for it and no evening planned there is nothing to book, and nothing to go", () => {
  const missing = [{ kind: "evening" as const }];
  expect(isAtEvenings({ missing, evening: evening(0, 3) })).toBe(true);
  expect(isAtEvenings({ missing, evening: null })).toBe(false);
  const t = createTranslator({ locale: "en", messages: en, namespace: "portal.rewards" }) as Words;
  const reward = { missing, toGo: null, evening: null } as unknown as RewardShown;
  expect(missingWords(reward, t, { locale: "en", today: "2026-11-20" })).toEqual(["not yet", null]);
});
