import { expect, test } from "vitest";
import { freshDatabase } from "@/db/testing/test-database";
import { OperatorError } from "@/lib/kernel/operator-error";
import { distributeDatabase } from "./distribute";

test("a plain PostgreSQL is refused in words, and nothing in it has changed", async () => {
  const { url, drop } = await freshDatabase();
  const said: string[] = [];
  const attempt = distributeDatabase(url, (line) => said.push(line));
  await expect(attempt).rejects.toBeInstanceOf(OperatorError);
  await expect(attempt).rejects.toThrow(/plain PostgreSQL: distribute needs a Citus coordinator/);
  expect(said).toEqual([]);
  await drop();
});
