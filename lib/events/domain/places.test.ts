import fc from "fast-check";
import { expect, test } from "vitest";
import { freePlaces, nextPlace } from "./places";

test("19 of 20 are taken: the next has the last place, the one after waits, or is told where nobody waits", () => {
  const at = (booked: number, waitingList = true) =>
    nextPlace({ places: 20, booked, waiting: 0, waitingList });
  expect([at(19), at(20), at(20, false)]).toEqual(["booked", "waiting", "full"]);
});

test("a place is free and one waits: whoever asks now waits behind them", () => {
  expect(nextPlace({ places: 20, booked: 19, waiting: 1, waitingList: true })).toBe("waiting");
});

test("however many ask, no more are booked than there are places, and nobody is lost", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 200 }), (places, asking) => {
      let [booked, waiting] = [0, 0];
      for (let one = 0; one < asking; one += 1) {
        if (nextPlace({ places, booked, waiting, waitingList: true }) === "booked") booked += 1;
        else waiting += 1;
      }
      expect(booked).toBe(Math.min(places, asking));
      expect(booked + waiting).toBe(asking);
      expect(freePlaces({ places, booked })).toBe(Math.max(0, places - asking));
    }),
  );
});
