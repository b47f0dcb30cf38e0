import { notFound } from "next/navigation";
import { database } from "@/db/connection";
import type { Permission } from "@/lib/access/permissions";
import { staffPage } from "@/lib/access/session";
import { systemNow } from "@/lib/kernel/clock";
import { mayRole } from "../../areas";

/** Who asks for a page of the settings, and what its queries are asked with. Whoever may not see it finds nothing. */
export async function settingsPage(program: string, needs: Permission) {
  const session = await staffPage(program);
  if (!mayRole(session.actor.role, needs)) notFound();
  return { ...session, asked: { actor: session.actor, now: systemNow(), database: database() } };
}
