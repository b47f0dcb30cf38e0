import { expect, test } from "vitest";
import { programSchema } from "@/lib/program/schemas";
import { newActivity, readActivity, typedActivity } from "./activity-form";

test("every activity survives its form", () => {
  const { activities } = programSchema.parse({
    activities: [
      { key: "cup", name: "Own cup", points: 5, limits: [{ per: "day", times: 1 }] },
      {
        key: "review",
        name: "Review",
        points: 50,
        from: ["card", "api"],
        limits: [{ per: "ever", times: 1 }],
        caps: [{ per: "year", points: 100 }],
        budget: 10_000,
        holdDays: 7,
        approval: true,
        multiplied: true,
        ask: "The address of your review",
      },
    ],
  });
  for (const type of activities)
    expect(readActivity(typedActivity(type), type.key)).toEqual({ ok: true, type });
});

test("each field that cannot be read is named: no name, half a point, nobody to record it, a limit of words", () => {
  const typed = {
    ...newActivity(),
    points: "0.5",
    from: [],
    limits: [{ per: "day" as const, points: "often" }],
    caps: [{ per: "day" as const, points: "" }],
  };
  expect(readActivity(typed, "x")).toEqual({
    ok: false,
    faults: { name: "missing", points: "whole", from: "nobody", "limits.0": "whole", "caps.0": "missing" },
  });
});
