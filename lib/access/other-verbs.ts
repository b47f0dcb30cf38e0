import { Problem } from "@/lib/kernel/problems";
import type { Verb } from "./define-endpoint";
import { problemResponse } from "./problem-response";

const verbs = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;
type Handlers = Record<(typeof verbs)[number], () => Response>;

/**
 * What a route answers to the verbs that it does not serve: OPTIONS tells which it does, the others are refused with
 * the same list. Without these the framework answers a bare 405.
 */
export function otherVerbs(...served: Verb[]): Handlers {
  const allow = [...served, ...(served.includes("GET") ? ["HEAD"] : []), "OPTIONS"].sort().join(", ");
  const refuse = () => problemResponse(new Problem("method_not_allowed", { params: { allow } }), { allow });
  const options = () => new Response(null, { status: 204, headers: { allow } });
  return Object.fromEntries(verbs.map((verb) => [verb, verb === "OPTIONS" ? options : refuse])) as Handlers;
}

/** What every verb of an address answers at which there is nothing. */
export function noSuchPath(): Handlers {
  const refuse = () => problemResponse(new Problem("not_found"));
  return Object.fromEntries(verbs.map((verb) => [verb, refuse])) as Handlers;
}
