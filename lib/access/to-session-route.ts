import type { z } from "zod";
import { Problem, problemStatus } from "@/lib/kernel/problems";
import { readJson } from "./read-json";
import { answer } from "./show-problem";
import { type Executable, executeFor } from "./to-action";

type RouteContext = { params: Promise<{ program: string }> };

const bodyLimit = 256 * 1024;

/**
 * A command or a query at an address, for the person who is signed in: for what a page sends by itself whenever it can. A
 * server action would wait for the one before it to be answered, and be gone once a newer version is deployed.
 */
export const toSessionRoute =
  <S extends z.ZodType, Data>(what: Executable<S, Data>) =>
  async (request: Request, { params }: RouteContext): Promise<Response> => {
    const result = await answer(async () => {
      refuseOtherSites(request.headers);
      const { program } = await params;
      return executeFor(what, program, await readJson(request, bodyLimit));
    });
    const status = result.ok ? 200 : problemStatus[result.problem.code];
    return Response.json(result, { status, headers: { "cache-control": "no-store" } });
  };

/** A page of another site must not act in the name of whoever is signed in here. */
function refuseOtherSites(headers: Headers): void {
  if ((headers.get("sec-fetch-site") ?? "same-origin") !== "same-origin") throw new Problem("forbidden");
}
