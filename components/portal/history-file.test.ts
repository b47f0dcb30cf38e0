import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import en from "@/messages/en";
import type { CustomerEntry } from "./history-entry";
import { historyHead, historyLine } from "./history-file";

const t = createTranslator({ locale: "en", messages: en, namespace: "portal.history" });
const line = (entry: Partial<CustomerEntry>) =>
  historyLine({ ...plain, ...entry }, t, {
    zone: "Europe/Istanbul",
    locale: "en",
    today: "2026-11-27",
  }).slice(2);

const plain: CustomerEntry = {
  seq: 7,
  kind: "earn",
  points: 20,
  pending: 0,
  balance: 495,
  occurredAt: "2026-11-02T05:41:00.000Z",
  reason: null,
  reference: null,
  purchase: null,
  activity: null,
  reverses: null,
  lots: null,
  rulesOf: null,
  gift: null,
};
const beans = { names: ["House beans, 250 g"], version: 1, explanation: null };
const on = (seq: number, points: number, day: string) => ({
  seq,
  points,
  at: `2026-11-${day}T09:00:00.000Z`,
});

test("a tasting evening is called so in the file, with why it earned 20, as on the screen", () => {
  const sentence = "20 points: 20 for “A tasting evening”.";
  const activity = { name: "A tasting evening", explanation: { sentence, rows: [], missed: [] } };
  expect(historyHead(t)).toEqual(["day", "time", "what", "points", "on the way", "balance", "why"]);
  expect(line({ activity })).toEqual(["A tasting evening", 20, 0, 495, sentence]);
});

test("a reward given back, a gift that came back, held points and a return each say of which day they speak", () => {
  expect(
    line({ kind: "return", points: 250, reference: "₺100 off", reverses: on(5, -250, "20") }).join("|"),
  ).toBe("₺100 off: Given back|250|0|495|Gives back 250 of the 250 spent on 20\u00a0November");
  const gift = { other: "Burak Ç.", status: "declined" as const, message: null };
  expect(line({ kind: "gift-back", points: 40, gift, reverses: on(5, -40, "20") }).join("|")).toBe(
    "Gift to Burak Ç., back again|40|0|495|Declined, given on 20\u00a0November",
  );
  expect(
    line({ kind: "release", points: 40, pending: -40, purchase: beans, reverses: on(5, 40, "18") }).join("|"),
  ).toBe("What was held has arrived|40|-40|495|Earned on 18\u00a0November House beans, 250 g");
  expect(line({ kind: "refund", points: -5, purchase: beans, reverses: on(5, 40, "18") }).join("|")).toBe(
    "House beans, 250 g: Returned|-5|0|495|Takes back 5 of the 40 from 18\u00a0November",
  );
});
