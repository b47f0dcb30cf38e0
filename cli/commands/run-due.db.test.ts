import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { testMerchant } from "@/db/testing/test-merchant";
import { runAllDue } from "@/lib/integrations/run-all-due";
import { words } from "./run-due";

const database = await testDatabase();

test("every figure of what was due is told in words, and no others are", async () => {
  const { job } = await testMerchant(database);
  const done = await runAllDue({ actor: job, now: new Date("2026-11-20T09:00:00Z"), database });
  expect(Object.keys(words).sort()).toEqual(Object.keys(done).sort());
  expect(words.tiersMoved?.(1)).toBe("1 member came to another tier");
});
