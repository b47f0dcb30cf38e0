import { expect, test } from "vitest";
import { programSchema } from "@/lib/program/schemas";
import { listedRules } from "./listed-rules";

const said = (rules: object[]) => ({
  content: programSchema.parse({ earning: { rules } }),
  sentences: Object.fromEntries(rules.map((rule) => [(rule as { key: string }).key, "Five points."])),
  places: {},
});

test("a new rule that is called constructor was nothing before, and stands beside no other", () => {
  const rule = { key: "constructor", name: "Constructor", effect: { kind: "bonus", points: 5 } };
  const groups = listedRules({
    edited: said([rule]),
    published: said([]),
    caps: { edited: [], published: [] },
    here: "/m/shop/program/rules",
    chosen: undefined,
    sayPlace: () => "beside another",
  });
  expect(groups.flatMap(({ rules }) => rules)).toMatchObject([
    { key: "constructor", beside: "", sentence: "Five points.", was: null },
  ]);
});
