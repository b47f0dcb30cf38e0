"use server";

import { signOut } from "@/lib/access/actions";

/** Signs out, and leads to where one signs in again. */
export async function leave(): Promise<void> {
  const form = new FormData();
  form.set("to", "/sign-in");
  await signOut(form);
}
