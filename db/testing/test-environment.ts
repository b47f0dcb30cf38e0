import { afterAll, vi } from "vitest";
import * as environment from "@/lib/kernel/env";

/** A configuration in the place of the process's own until this test file ends; what is changed in it counts at once. */
export function testEnvironment<Values extends Partial<environment.Env>>(values: Values): Values {
  const spy = vi.spyOn(environment, "env").mockImplementation(() => values as environment.Env);
  afterAll(() => spy.mockRestore());
  return values;
}
