import { notFound } from "next/navigation";
import type { Permission } from "@/lib/access/permissions";
import { staffPage } from "@/lib/access/session";
import { mayRole } from "../../areas";

/** Who asks for a page of the settings. Whoever may not see it finds nothing. */
export async function settingsPage(program: string, needs: Permission) {
  const session = await staffPage(program);
  if (!mayRole(session.actor.role, needs)) notFound();
  return session;
}
