import { Problem } from "@/lib/kernel/problems";
import type { Actor, MemberActor } from "./actor";

/** The member who acts for themselves; nobody acts in their name. */
export function ownMembership(actor: Actor): MemberActor {
  if (actor.kind !== "member") throw new Problem("forbidden");
  return actor;
}
