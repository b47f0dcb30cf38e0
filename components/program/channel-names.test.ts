import { expect, test } from "vitest";
import { channelNames } from "./channel-names";

test("the till and the online shop have words, a channel that is called constructor its own", () => {
  const words = { till: "At the till", online: "Online" };
  expect(channelNames(["kiosk", "constructor", "store"], (word) => words[word])).toEqual([
    { key: "store", name: "At the till" },
    { key: "online", name: "Online" },
    { key: "kiosk", name: "kiosk" },
    { key: "constructor", name: "constructor" },
  ]);
});
